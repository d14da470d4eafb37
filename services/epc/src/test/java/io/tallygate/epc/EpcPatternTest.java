package io.tallygate.epc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of EPCs, against tags that are spelt out. */
class EpcPatternTest {

    private static EpcPattern pattern(String text) {
        return ((EpcPatternText.Understood) EpcPattern.read(text)).pattern();
    }

    private static String tag(String uri) {
        return ((EpcText.Understood) EpcCodec.read(uri)).hex();
    }

    private static boolean isInRange(EpcPattern pattern, String hex) {
        return pattern.ranges().stream()
                .anyMatch(range -> range.low().compareTo(hex) <= 0 && hex.compareTo(range.high()) <= 0);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:idpat:giai:*.*,                  urn:epc:tag:giai-96:3.0614141.5678",
        "urn:epc:idpat:giai:0614141.*,            urn:epc:tag:giai-96:0.0614141.0",
        "urn:epc:idpat:giai:0614141.*,            urn:epc:tag:giai-96:7.0614141.288230376151711743",
        "urn:epc:idpat:giai:0614141.5678,         urn:epc:tag:giai-96:1.0614141.5678",
        "urn:epc:idpat:gdti:0614141.*.*,          urn:epc:tag:gdti-96:2.0614141.12345.400",
        "urn:epc:idpat:gdti:0614141.12345.*,      urn:epc:tag:gdti-96:2.0614141.12345.400",
        "urn:epc:idpat:gdti:061414112345..*,      urn:epc:tag:gdti-96:2.061414112345..400",
        "urn:epc:idpat:sgtin:0614141.812345.*,    urn:epc:tag:sgtin-96:3.0614141.812345.6789",
        "urn:epc:idpat:sgtin:0614141.812345.6789, urn:epc:tag:sgtin-96:3.0614141.812345.6789"
    })
    void shouldStandForEveryTagOfItsIdentities(String text, String uri) {
        assertThat(pattern(text).matches(tag(uri))).isTrue();
        assertThat(isInRange(pattern(text), tag(uri))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:idpat:giai:*.*,             urn:epc:tag:gdti-96:2.0614141.12345.400",
        "urn:epc:idpat:giai:0614141.*,       urn:epc:tag:giai-96:0.0614142.5",
        "urn:epc:idpat:giai:0614141.*,       urn:epc:tag:giai-96:0.061414.5",
        "urn:epc:idpat:gdti:0614141.12345.*, urn:epc:tag:gdti-96:2.0614141.12346.400",
        "urn:epc:idpat:giai:0614141.5678,    urn:epc:tag:giai-96:1.0614141.5679"
    })
    void shouldStandForNoOther(String text, String uri) {
        assertThat(pattern(text).matches(tag(uri))).isFalse();
        assertThat(isInRange(pattern(text), tag(uri))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:idpat:giai:*.5678,           EPC_PATTERN",
        "urn:epc:idpat:giai:0614141.56*,      EPC_REFERENCE",
        "urn:epc:idpat:giai:0614141,          EPC_PATTERN",
        "urn:epc:idpat:giai:0614141.*.*,      EPC_PATTERN",
        "urn:epc:idpat:gdti:0614141.*,        EPC_PATTERN",
        "urn:epc:idpat:gdti:0614141.*.7,      EPC_PATTERN",
        "urn:epc:idpat:giai:06.*,             EPC_COMPANY_PREFIX",
        "urn:epc:idpat:gdti:0614141.123.*,    EPC_REFERENCE",
        "urn:epc:idpat:gdti:0614141.12345.07, EPC_SERIAL",
        "urn:epc:idpat:sscc:0614141.*,        UNKNOWN_EPC_SCHEME",
        "urn:epc:idpat:giai,                  UNKNOWN_EPC_SCHEME"
    })
    void shouldSayWhyATextIsNoPattern(String text, EpcProblem problem) {
        assertThat(EpcPattern.looksLike(text)).isTrue();
        assertThat(Optional.of(EpcPattern.read(text))).contains(new EpcPatternText.Refused(problem));
    }
}
