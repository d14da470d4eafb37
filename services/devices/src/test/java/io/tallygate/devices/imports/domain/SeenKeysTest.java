package io.tallygate.devices.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenKeysTest {

    @Test
    void shouldKnowManySimilarKeysAndNoOthers() {
        SeenKeys seen = new SeenKeys();
        IntStream.range(0, 200_000).forEach(i -> seen.add("0:lenovo\u001fsn-" + i));
        IntStream.range(0, 200_000).forEach(i -> seen.add("0:lenovo\u001fsn-" + i));

        assertThat(IntStream.range(0, 200_000).allMatch(i -> seen.contains("0:lenovo\u001fsn-" + i)))
                .isTrue();
        assertThat(IntStream.range(200_000, 400_000).anyMatch(i -> seen.contains("0:lenovo\u001fsn-" + i)))
                .isFalse();
    }
}
