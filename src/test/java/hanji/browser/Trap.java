package hanji.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// What hostile text must not come to on a page, beside what [Chromium] notes down: code that ran,
/// code that only the policy kept from running, and elements or attributes that could be code.
final class Trap {

    /// Everything on the page that is neither text nor made by our own templates.
    private static final String FOREIGN =
            """
            () => {
              const found = [];
              const elements = 'iframe, object, embed, base, applet, frame, marquee, math, foreignObject, animate, set,'
                + ' body img, audio, video, source, style, link:not([href^="/"]), meta[http-equiv], script:not([src^="/"])';
              for (const one of document.querySelectorAll(elements)) found.push(one.outerHTML.slice(0, 200));
              for (const one of document.querySelectorAll('*')) {
                for (const { name, value } of one.attributes) {
                  const code = /^on|^(data-)?hx-on|^srcdoc$/.test(name)
                    || (/^(data-)?hx-(get|post|put|delete|patch)$/.test(name) && !value.startsWith('/'))
                    || (name === 'style' && /url|expression/.test(value))
                    || (/^(href|src|action|formaction|xlink:href|data|poster|ping|background)$/.test(name)
                      && value !== '' && !/^(https?:\\/\\/|\\/(?!\\/)|#|\\?)/.test(value));
                  if (code) found.push(`${name}=${value}`.slice(0, 200));
                }
              }
              return found;
            }
            """;

    private final Page page;
    private final List<String> sprung = new ArrayList<>();

    private Trap(Page page) {
        this.page = page;
    }

    static Trap on(Page page) {
        Trap trap = new Trap(page);
        page.context()
                .exposeBinding("ran", (_, values) -> trap.sprung.add("ran: " + List.of(values)));
        page.addInitScript(
                "addEventListener('securitypolicyviolation', event => ran('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))");
        return trap;
    }

    /// Looks at the page as it is now.
    ///
    /// @return what happened since the last call
    List<String> sprung() {
        for (Object foreign : (List<?>) page.evaluate(FOREIGN)) {
            sprung.add("on " + page.url() + ": " + foreign);
        }
        List<String> since = List.copyOf(sprung);
        sprung.clear();
        return since;
    }
}
