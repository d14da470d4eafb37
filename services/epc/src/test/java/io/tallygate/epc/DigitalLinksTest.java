package io.tallygate.epc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:tag:giai-96:3.0614141.12345400",
                "urn:epc:tag:gdti-96:0.0614141.12345.400",
                "urn:epc:tag:sgtin-96:1.061414.1812345.6789",
                "urn:epc:tag:giai-96:3.061414100000.1"
            })
    void shouldLeadToTheTag(String tagUri) {
        String hex = ((EpcText.Understood) EpcCodec.read(tagUri)).hex();
        String link = EpcCodec.decode(hex).map(EpcIdentity::digitalLink).orElseThrow();

        assertThat(DigitalLinks.tagsOf(link)).contains(hex).hasSizeLessThanOrEqualTo(7 * 8);
        assertThat(DigitalLinks.tagsOf(link.replace("https://id.gs1.org", "http://example.org")))
                .contains(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.gs1.org/253/0614141123451400",
                "https://id.gs1.org/01/80614141123457/21/6789",
                "https://id.gs1.org/8004/0614141ABC",
                "https://id.gs1.org/8004/061",
                "https://id.gs1.org/00/006141411234567890",
                "urn:epc:id:giai:0614141.1",
                "nonsense"
            })
    void shouldLeadNowhere(String link) {
        assertThat(DigitalLinks.tagsOf(link)).isEmpty();
    }
}
