package hanji.browser;

import com.microsoft.playwright.Page;
import java.util.Map;

/// A changing request that a page sends to Hanji behind its visitor's back.
///
/// @param how the page sends it
/// @param body of the content type; for forms, fields as JSON
/// @param arrives false for what a browser does not send to another site without asking it first
record Forgery(String how, String method, String path, String type, String body, boolean arrives) {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String SCRIPT =
            """
            async ({ how, method, url, type, body }) => {
              const form = target => {
                const form = document.createElement('form');
                Object.assign(form, { method: 'post', action: url, enctype: type, target });
                for (const [name, value] of Object.entries(JSON.parse(body))) {
                  const field = document.createElement('textarea');
                  Object.assign(field, { name, value });
                  form.append(field);
                }
                document.body.append(form);
                setTimeout(() => form.submit(), 0);
                return 'submitted';
              };
              const blob = () => new Blob([body], { type });
              switch (how) {
                case 'form': return form('');
                case 'framed form': {
                  const frame = document.createElement('iframe');
                  frame.name = 'inside';
                  document.body.append(frame);
                  return form('inside');
                }
                case 'beacon': return String(navigator.sendBeacon(url, blob()));
                default: {
                  const [, mode] = how.split(' ');
                  try {
                    const options = { method, mode, credentials: 'include', body: blob() };
                    const answer = await fetch(url, options);
                    return `${answer.type} ${answer.status}`;
                  } catch (e) {
                    return e.name;
                  }
                }
              }
            }
            """;

    /// A form that submits itself.
    static Forgery form(String path, String type, String fields) {
        return new Forgery("form", "POST", path, type, fields, true);
    }

    static Forgery form(String path, String fields) {
        return form(path, FORM, fields);
    }

    static Forgery framed(String path, String fields) {
        return new Forgery("framed form", "POST", path, FORM, fields, true);
    }

    /// @param mode `cors` or `no-cors`
    static Forgery fetch(String mode, String method, String path, String type, String body) {
        boolean simple = method.equals("POST") && !type.endsWith("json");
        boolean stripped = mode.equals("no-cors") && method.equals("POST");
        return new Forgery("fetch " + mode, method, path, type, body, simple || stripped);
    }

    static Forgery beacon(String path, String type, String body) {
        return new Forgery("beacon", "POST", path, type, body, !type.endsWith("json"));
    }

    /// Sends it from a page that is open; a form's answer is then in the place of the page.
    ///
    /// @param to the address before the path
    /// @return what the page's script was told
    String send(Page page, String to) {
        Map<String, String> asked =
                Map.of("how", how, "method", method, "url", to + path, "type", type, "body", body);
        String here = page.url();
        String told = String.valueOf(page.evaluate(SCRIPT, asked));
        if (how.equals("form")) {
            page.waitForURL(there -> !there.equals(here));
        }
        return told;
    }

    /// The path as the server's log names it.
    String place() {
        return path.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(how, method, path, type);
    }
}
