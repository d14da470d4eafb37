package io.tallygate.sightings.tag.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpcTest {

    @Test
    void shouldReadBothLengthsInEitherCase() {
        assertThat(Epc.parse("3034257bf400b7800004cb2f")).contains(new Epc("3034257BF400B7800004CB2F"));
        assertThat(Epc.parse("3034257BF400B7800004CB2F00000000")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3034", "3034257BF400B7800004CB2G", "3034257BF400B7800004CB2F0", "3034257BF400B7800004CB2F "
            })
    void shouldRefuseWhatIsNoEpc(String text) {
        assertThat(Epc.parse(text)).isEmpty();
    }
}
