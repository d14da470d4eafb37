package io.tallygate.epc;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The 96-bit schemes that are understood (TDS 1.13, sections 14.5.1, 14.5.5 and 14.5.8). All have one layout: 8 bits of header, 3 of
 * filter, 3 of partition, and then 82 bits in which the partition says how many are the company prefix's. What the prefix and the serial
 * leave is the reference's.
 */
public enum EpcScheme {
    /** A trade item: its reference begins with the indicator digit. */
    SGTIN_96(0x30, "sgtin", 13, 38),
    /** A document; its reference is the document type. */
    GDTI_96(0x2C, "gdti", 12, 41),
    /** An individual asset; its reference is as long as it needs to be, without leading zeros. */
    GIAI_96(0x34, "giai", 0, 0);

    static final int BITS = 96;
    static final int FIELD_BITS = 82;
    static final int LONGEST_PREFIX = 12;
    static final int SHORTEST_PREFIX = 6;
    static final int FILTERS = 8;

    /** Bits of the company prefix by partition: 12 digits for partition 0, one fewer for each step. The same in every scheme. */
    private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

    private final int header;
    private final String urnName;
    private final int prefixAndReferenceDigits;
    private final int serialBits;

    EpcScheme(int header, String urnName, int prefixAndReferenceDigits, int serialBits) {
        this.header = header;
        this.urnName = urnName;
        this.prefixAndReferenceDigits = prefixAndReferenceDigits;
        this.serialBits = serialBits;
    }

    static Optional<EpcScheme> ofHeader(int header) {
        return Stream.of(values()).filter(scheme -> scheme.header == header).findFirst();
    }

    /** By its name in a pure identity URI, e.g. {@code giai}. */
    static Optional<EpcScheme> ofIdentityName(String name) {
        return Stream.of(values()).filter(scheme -> scheme.urnName.equals(name)).findFirst();
    }

    /** By its name in a tag URI, e.g. {@code giai-96}. */
    static Optional<EpcScheme> ofTagName(String name) {
        return Stream.of(values())
                .filter(scheme -> scheme.tagName().equals(name))
                .findFirst();
    }

    int header() {
        return header;
    }

    String identityName() {
        return urnName;
    }

    String tagName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static int partitions() {
        return PREFIX_BITS.length;
    }

    static int prefixBits(int prefixDigits) {
        return PREFIX_BITS[LONGEST_PREFIX - prefixDigits];
    }

    boolean hasSerial() {
        return serialBits > 0;
    }

    int serialBits() {
        return serialBits;
    }

    /** How many digits the reference has under a prefix of so many; -1 where it has as many as it needs. */
    int referenceDigits(int prefixDigits) {
        return prefixAndReferenceDigits == 0 ? -1 : prefixAndReferenceDigits - prefixDigits;
    }

    int referenceBits(int prefixDigits) {
        return FIELD_BITS - serialBits - prefixBits(prefixDigits);
    }
}
