package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.llm.Model;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the language of the interface, and fills in what every page shows.
@ApplicationScoped
class Interface {

    private static final Localized KOREAN = Localized.Literal.of("ko");

    static final String COOKIE = "hanji.lang";

    private final Workbench workbench;
    private final Who who;
    private final boolean accounts;

    Interface(Workbench workbench, Who who, ServerConfig config) {
        this.workbench = workbench;
        this.who = who;
        this.accounts = config.auth() != Auth.LOCAL;
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
                        MessageBundles.get(BatchMessages.class, KOREAN),
                        MessageBundles.get(SearchMessages.class, KOREAN))
                : Ui.of(
                        Locale.ENGLISH,
                        MessageBundles.get(Messages.class),
                        MessageBundles.get(BatchMessages.class),
                        MessageBundles.get(SearchMessages.class));
    }

    /// The words of undoing, in the page's language.
    static FlowMessages flow(Ui ui) {
        return ui.lang().equals("ko")
                ? MessageBundles.get(FlowMessages.class, KOREAN)
                : MessageBundles.get(FlowMessages.class);
    }

    /// The words of one area in the reader's language.
    static <T> T words(Ui ui, Class<T> bundle) {
        return ui.lang().equals("ko")
                ? MessageBundles.get(bundle, KOREAN)
                : MessageBundles.get(bundle);
    }

    /// The same before there is a page.
    static Locale locale(RoutingContext context) {
        io.vertx.core.http.Cookie chosen = context.request().getCookie(COOKIE);
        String tag =
                chosen != null
                        ? chosen.getValue()
                        : preferred(
                                context.acceptableLanguages().stream().map(LanguageHeader::tag));
        return tag.equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }

    private static String preferred(HttpHeaders headers) {
        return preferred(headers.getAcceptableLanguages().stream().map(Locale::getLanguage));
    }

    private static String preferred(Stream<String> languages) {
        return languages.filter(List.of("ko", "en")::contains).findFirst().orElse("en");
    }

    Chrome chrome(Ui ui, UriInfo uri) {
        String here = LoginPage.here(uri);
        String other = ui.lang().equals("ko") ? "en" : "ko";
        Optional<Editor> visitor = who.visitor();
        String name = visitor.map(Editor::name).orElse("");
        return new Chrome(
                ui.lang(),
                "/ui?lang=" + other + "&back=" + Ui.encoded(here),
                workbench.models().stream().noneMatch(Model::live),
                name,
                name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)),
                accounts && visitor.isPresent(),
                visitor.map(editor -> editor.may(Right.ADMIN, null)).orElse(false),
                visitor.map(editor -> editor.may(Right.DRAFT, null)).orElse(false));
    }

    /// A page in the reader's language.
    static TemplateInstance in(Ui ui, TemplateInstance page) {
        return page.setLocale(ui.locale());
    }
}
