package io.tallygate.epc;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What the bits of a known scheme say; always one that fits its scheme.
 *
 * @param filter 0 to 7, no part of the identity
 * @param companyPrefix the GS1 company prefix, 6 to 12 digits
 * @param reference digits; empty for a GDTI under a prefix of 12 digits
 * @param serial digits; empty where the scheme has none
 */
public record EpcIdentity(EpcScheme scheme, int filter, String companyPrefix, String reference, String serial) {

    public EpcIdentity {
        problem(scheme, filter, companyPrefix, reference, serial).ifPresent(problem -> {
            throw new IllegalArgumentException(problem + ": " + problem.message());
        });
    }

    /** What keeps these from being an identity of the scheme; empty when nothing does. */
    static Optional<EpcProblem> problem(
            EpcScheme scheme, int filter, String companyPrefix, String reference, String serial) {
        if (filter < 0 || filter >= EpcScheme.FILTERS) {
            return Optional.of(EpcProblem.EPC_FILTER_OUT_OF_RANGE);
        }
        if (!fitsPrefix(companyPrefix)) {
            return Optional.of(EpcProblem.EPC_COMPANY_PREFIX);
        }
        if (!fitsReference(scheme, companyPrefix.length(), reference)) {
            return Optional.of(EpcProblem.EPC_REFERENCE);
        }
        boolean serialFits = scheme.hasSerial() ? fitsNumber(serial, scheme.serialBits()) : serial.isEmpty();
        return serialFits ? Optional.empty() : Optional.of(EpcProblem.EPC_SERIAL);
    }

    static boolean fitsPrefix(String companyPrefix) {
        return companyPrefix.matches("[0-9]{" + EpcScheme.SHORTEST_PREFIX + "," + EpcScheme.LONGEST_PREFIX + "}");
    }

    static boolean fitsReference(EpcScheme scheme, int prefixDigits, String reference) {
        int digits = scheme.referenceDigits(prefixDigits);
        return digits < 0
                ? fitsNumber(reference, scheme.referenceBits(prefixDigits))
                : reference.matches("[0-9]{" + digits + "}");
    }

    /** Leading zeros would be lost in the bits, so they are not allowed (TDS 14.5.5). */
    static boolean fitsNumber(String digits, int bits) {
        return digits.matches("0|[1-9][0-9]{0,18}") && new BigInteger(digits).bitLength() <= bits;
    }

    /** The thing, whatever the tag's filter value: {@code urn:epc:id:giai:0614141.5678}. */
    public String uri() {
        return "urn:epc:id:" + scheme.identityName() + ":" + body();
    }

    /** The tag's content: {@code urn:epc:tag:giai-96:3.0614141.5678}. */
    public String tagUri() {
        return "urn:epc:tag:" + scheme.tagName() + ":" + filter + "." + body();
    }

    /** As a GS1 Digital Link of the canonical domain: {@code https://id.gs1.org/8004/06141415678}. */
    public String digitalLink() {
        String key = companyPrefix + reference;
        return "https://id.gs1.org/"
                + switch (scheme) {
                    case GIAI_96 -> "8004/" + key;
                    case GDTI_96 -> "253/" + key + checkDigit(key) + serial;
                    case SGTIN_96 -> {
                        String gtin = reference.charAt(0) + companyPrefix + reference.substring(1);
                        yield "01/" + gtin + checkDigit(gtin) + "/21/" + serial;
                    }
                };
    }

    public EpcIdentity withFilter(int other) {
        return new EpcIdentity(scheme, other, companyPrefix, reference, serial);
    }

    private String body() {
        return companyPrefix + "." + reference + (scheme.hasSerial() ? "." + serial : "");
    }

    /** GS1 General Specifications, section 7.9: weights 3 and 1 from the right. */
    private static int checkDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * Character.digit(digits.charAt(i), 10);
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }
}
