package io.tallygate.epc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcCodecTest {

    private static final int ROUNDS = 5_000;

    /** Examples of the Tag Data Standard, appendix E. */
    @ParameterizedTest
    @CsvSource({
        "3074257BF7194E4000001A85, urn:epc:tag:sgtin-96:3.0614141.812345.6789, urn:epc:id:sgtin:0614141.812345.6789",
        "3474257BF40000000000162E, urn:epc:tag:giai-96:3.0614141.5678,         urn:epc:id:giai:0614141.5678",
        "2C74257BF46072000000162E, urn:epc:tag:gdti-96:3.0614141.12345.5678,   urn:epc:id:gdti:0614141.12345.5678"
    })
    void shouldKnowThePublishedExamples(String hex, String tagUri, String uri) {
        assertThat(EpcCodec.decode(hex)).map(EpcIdentity::tagUri).contains(tagUri);
        assertThat(EpcCodec.read(tagUri)).isEqualTo(new EpcText.Understood(hex));
        assertThat(EpcCodec.uri(hex)).isEqualTo(uri);
        assertThat(EpcCodec.uri(hex.toLowerCase(Locale.ROOT))).isEqualTo(uri);
    }

    /** Examples of the GS1 Digital Link standard and of TDS, section 7. */
    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:0614141.812345.6789, https://id.gs1.org/01/80614141123458/21/6789",
        "urn:epc:id:giai:0614141.12345400,     https://id.gs1.org/8004/061414112345400",
        "urn:epc:id:gdti:0614141.12345.400,    https://id.gs1.org/253/0614141123452400"
    })
    void shouldGiveTheDigitalLink(String uri, String link) {
        assertThat(EpcCodec.decode(hexOf(uri))).map(EpcIdentity::digitalLink).contains(link);
    }

    @ParameterizedTest
    @EnumSource(EpcScheme.class)
    void shouldReadBackWhatItWrote(EpcScheme scheme) {
        Random random = new Random(20_260_302);
        for (int i = 0; i < ROUNDS; i++) {
            EpcIdentity identity = anyOf(scheme, random);
            String hex = EpcCodec.encode(identity);

            assertThat(hex).matches("[0-9A-F]{24}");
            assertThat(EpcCodec.decode(hex)).contains(identity);
            assertThat(EpcCodec.read(identity.tagUri())).isEqualTo(new EpcText.Understood(hex));
            assertThat(hexOf(identity.uri())).isEqualTo(EpcCodec.encode(identity.withFilter(0)));
            assertThat(EpcCodec.sameIdentity(hex)).hasSize(8).contains(hex);
        }
    }

    /** Whatever bits a tag bears, they have one name, and the name leads back to them. */
    @Test
    void shouldNameEveryTagAndFindItByItsName() {
        Random random = new Random(7);
        int[] headers = {0x30, 0x34, 0x2C, 0x33, 0x00, 0xE2, 0xFF};
        for (int i = 0; i < ROUNDS; i++) {
            String hex = String.format("%02X%022X", headers[i % headers.length], new BigInteger(88, random));
            Optional<EpcIdentity> identity = EpcCodec.decode(hex);
            String name = identity.map(EpcIdentity::tagUri).orElseGet(() -> EpcCodec.uri(hex));

            assertThat(EpcCodec.read(name)).isEqualTo(new EpcText.Understood(hex));
            assertThat(identity.isPresent()).isNotEqualTo(name.startsWith("urn:epc:raw:96.x"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 42 bits beside a prefix of 12 digits, 62 beside one of 6: the largest that fit, and one more.
        "urn:epc:id:giai:061414100000.4398046511103,      ''",
        "urn:epc:id:giai:061414100000.4398046511104,      EPC_REFERENCE",
        "urn:epc:id:giai:061414.4611686018427387903,      ''",
        "urn:epc:id:giai:061414.4611686018427387904,      EPC_REFERENCE",
        "urn:epc:id:giai:0614141.0,                       ''",
        "urn:epc:id:giai:0614141.05678,                   EPC_REFERENCE",
        "urn:epc:id:giai:0614141.32a%2Fb,                 EPC_REFERENCE",
        "urn:epc:id:giai:0614141.,                        EPC_REFERENCE",
        "urn:epc:id:giai:0614141.5678.1,                  EPC_SERIAL",
        "urn:epc:id:gdti:061414100000..400,               ''",
        "urn:epc:id:gdti:0614141.12345.2199023255551,     ''",
        "urn:epc:id:gdti:0614141.12345.2199023255552,     EPC_SERIAL",
        "urn:epc:id:gdti:0614141.12345.0400,              EPC_SERIAL",
        "urn:epc:id:gdti:0614141.12345,                   EPC_SERIAL",
        "urn:epc:id:gdti:0614141.1234.400,                EPC_REFERENCE",
        "urn:epc:id:sgtin:0614141.12345.1,                EPC_REFERENCE",
        "urn:epc:id:giai:06141.5678,                      EPC_COMPANY_PREFIX",
        "urn:epc:id:giai:0614141000000.5678,              EPC_COMPANY_PREFIX",
        "urn:epc:tag:giai-96:8.0614141.5678,              EPC_FILTER_OUT_OF_RANGE",
        "urn:epc:tag:giai-96:7.0614141.5678,              ''",
        "urn:epc:tag:giai-202:3.0614141.5678,             UNKNOWN_EPC_SCHEME",
        "urn:epc:id:sscc:0614141.1234567890,              UNKNOWN_EPC_SCHEME",
        "urn:epc:id:giai,                                 UNKNOWN_EPC_SCHEME",
        "urn:epc:raw:96.x3034257BF400B7800004CB2F,        ''",
        "urn:epc:raw:96.x3034,                            MALFORMED_EPC",
        "3034,                                            MALFORMED_EPC",
        "zz,                                              MALFORMED_EPC"
    })
    void shouldReadOrSayWhyNot(String text, String problem) {
        EpcText read = EpcCodec.read(text);

        if (problem.isEmpty()) {
            assertThat(read).isInstanceOf(EpcText.Understood.class);
        } else {
            assertThat(read).isEqualTo(new EpcText.Refused(EpcProblem.valueOf(problem)));
        }
    }

    /** A reserved partition, a prefix and a reference of more digits than their table row has. */
    @ParameterizedTest
    @ValueSource(strings = {"347C257BF40000000000162E", "3477FFFFFC0000000000162E", "3077FFFFFFFFFFFFC0001A85"})
    void shouldCallRawWhatBreaksItsScheme(String hex) {
        assertThat(EpcCodec.decode(hex)).isEmpty();
        assertThat(EpcCodec.uri(hex)).isEqualTo("urn:epc:raw:96.x" + hex);
    }

    @Test
    void shouldNameALongerTagRaw() {
        assertThat(EpcCodec.uri("3034257BF400B7800004CB2F00000000"))
                .isEqualTo("urn:epc:raw:128.x3034257BF400B7800004CB2F00000000");
    }

    @Test
    void shouldHoldNothingThatDoesNotFit() {
        assertThatThrownBy(() -> new EpcIdentity(EpcScheme.GIAI_96, 0, "0614141", "007", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hexOf(String uri) {
        return ((EpcText.Understood) EpcCodec.read(uri)).hex();
    }

    private static EpcIdentity anyOf(EpcScheme scheme, Random random) {
        int prefixDigits = 6 + random.nextInt(7);
        String prefix = digits(prefixDigits, random);
        int referenceDigits = scheme.referenceDigits(prefixDigits);
        String reference = referenceDigits < 0
                ? new BigInteger(scheme.referenceBits(prefixDigits), random).toString()
                : digits(referenceDigits, random);
        String serial = scheme.hasSerial() ? new BigInteger(scheme.serialBits(), random).toString() : "";
        return new EpcIdentity(scheme, random.nextInt(8), prefix, reference, serial);
    }

    private static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
