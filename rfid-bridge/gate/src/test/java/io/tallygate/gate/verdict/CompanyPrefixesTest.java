package io.tallygate.gate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallygate.crossing.Epc;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanyPrefixesTest {
    private static final Epc UNDER_0614141 = new Epc("3414257BF40C0E40000010E1");

    @Test
    void shouldTakeWhatLiesUnderOneOfThemForOurs() {
        assertThat(new CompanyPrefixes(Set.of("9999999", "0614141")).covers(UNDER_0614141))
                .isTrue();
        assertThat(new CompanyPrefixes(Set.of("9999999")).covers(UNDER_0614141)).isFalse();
    }

    @Test
    void shouldNotTakeAPrefixOfAnotherLengthForOurs() {
        assertThat(new CompanyPrefixes(Set.of("00614141", "614141")).covers(UNDER_0614141))
                .isFalse();
    }

    @Test
    void shouldTakeOtherCodesForForeign() {
        assertThat(new CompanyPrefixes(Set.of("0614141")).covers(new Epc("E2003412DC03011900000000")))
                .isFalse();
    }

    @Test
    void shouldRefuseWhatIsNoPrefix() {
        assertThatThrownBy(() -> new CompanyPrefixes(Set.of("06A4141"))).isInstanceOf(IllegalArgumentException.class);
    }
}
