package io.tallygate.epc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyPrefixTest {

    /** A 96-bit EPC of the given header with the company prefix in its place (TDS 2.0, table 14-2). */
    private static String epc(int header, String prefix) {
        int partition = 12 - prefix.length();
        int bits = new int[] {40, 37, 34, 30, 27, 24, 20}[partition];
        BigInteger value = BigInteger.valueOf(header)
                .shiftLeft(6)
                .or(BigInteger.valueOf(partition))
                .shiftLeft(bits)
                .or(new BigInteger(prefix))
                .shiftLeft(96 - 14 - bits)
                .or(BigInteger.valueOf(77));
        return String.format("%24s", value.toString(16)).replace(' ', '0');
    }

    @ParameterizedTest
    @CsvSource({
        "52,123456789012",
        "52,12345678901",
        "52,0123456789",
        "52,123456789",
        "52,12345678",
        "52,0614141",
        "52,061414",
        "44,0614141",
        "44,123456789012"
    })
    void shouldFindTheCompanyPrefixInEveryPartition(int header, String prefix) {
        assertThat(CompanyPrefix.of(epc(header, prefix))).contains(prefix);
    }

    @Test
    void shouldKnowPublishedExamples() {
        assertThat(CompanyPrefix.of("3034257BF400B7800004CB2F")).contains("0614141");
        assertThat(CompanyPrefix.of("3414257BF40C0E40000010E1")).contains("0614141");
    }

    @ParameterizedTest
    @CsvSource({"00", "3414257BF4", "E2003412DC03011900000000", "341C257BF400000000000001", "FFFFFFFFFFFFFFFFFFFFFFFF"})
    void shouldFindNoneInOtherCodes(String hex) {
        assertThat(CompanyPrefix.of(hex)).isEmpty();
    }
}
