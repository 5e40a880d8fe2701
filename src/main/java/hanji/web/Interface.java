package hanji.web;

import hanji.account.Editor;
import hanji.llm.Model;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;

/// Chooses the language of the interface, and fills in what every page shows.
@ApplicationScoped
class Interface {

    private static final Localized KOREAN = Localized.Literal.of("ko");

    static final String COOKIE = "hanji.lang";

    private final Workbench workbench;
    private final Editor editor;

    Interface(Workbench workbench, Editor editor) {
        this.workbench = workbench;
        this.editor = editor;
    }

    /// The language that was chosen on a page, else the browser's, else English.
    static Ui ui(HttpHeaders headers) {
        Cookie chosen = headers.getCookies().get(COOKIE);
        boolean korean =
                chosen != null ? chosen.getValue().equals("ko") : preferred(headers).equals("ko");
        return korean
                ? Ui.of(
                        Locale.KOREAN,
                        MessageBundles.get(Messages.class, KOREAN),
                        MessageBundles.get(BatchMessages.class, KOREAN))
                : Ui.of(
                        Locale.ENGLISH,
                        MessageBundles.get(Messages.class),
                        MessageBundles.get(BatchMessages.class));
    }

    private static String preferred(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(List.of("ko", "en")::contains)
                .findFirst()
                .orElse("en");
    }

    Chrome chrome(Ui ui, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        String here = uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
        String other = ui.lang().equals("ko") ? "en" : "ko";
        return new Chrome(
                ui.lang(),
                "/ui?lang=" + other + "&back=" + Ui.encoded(here),
                workbench.models().stream().noneMatch(Model::live),
                editor.name(),
                editor.name().substring(0, editor.name().offsetByCodePoints(0, 1)));
    }

    /// A page in the reader's language.
    static TemplateInstance in(Ui ui, TemplateInstance page) {
        return page.setLocale(ui.locale());
    }
}
