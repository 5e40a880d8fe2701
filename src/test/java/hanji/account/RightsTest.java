package hanji.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Language;
import hanji.segment.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {

    @Test
    void roles_add_up_by_language() {
        Rights rights = Rights.of(" editor:en,ja  approver:de ");

        assertThat(rights).hasToString("editor:en,ja approver:de");
        assertThat(rights.languages(Right.EDIT))
                .containsExactly(Language.EN, Language.JA, Language.DE);
        assertThat(rights.languages(Right.APPROVE)).containsExactly(Language.DE);
        assertThat(rights.may(Right.APPROVE, null)).isTrue();
        assertThat(rights.may(Right.READ, Language.ZH_CN)).isTrue();
        assertThat(rights.may(Right.ADMIN, null)).isFalse();
        assertThat(Rights.of("viewer").may(Right.EDIT, null)).isFalse();
        assertThat(Rights.NONE.may(Right.READ, null)).isFalse();
        assertThat(Rights.ALL.languages(Right.PUBLISH)).hasSize(Language.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "chief", "editor:xx", "admin:en", "viewer:ja", "editor:", "editor:en,"})
    void what_is_no_role_is_refused(String text) {
        assertThatThrownBy(() -> Rights.of(text)).isInstanceOf(Problem.class);
    }
}
