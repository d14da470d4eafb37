package io.tallygate.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRoutesTest {

    @ParameterizedTest
    @CsvSource({"/gate, /gate", "/devices?level=SECRET&q=a, /devices?level=SECRET&q=a", "/, /"})
    void shouldReturnToAPathOfThisSite(String asked, String expected) {
        assertThat(SessionRoutes.ownPath(asked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example",
                "gate",
                "",
                "/a\r\nSet-Cookie: x"
            })
    void shouldNeverReturnToAnotherSite(String asked) {
        assertThat(SessionRoutes.ownPath(asked)).isEqualTo("/");
    }
}
