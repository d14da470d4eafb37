package io.tallygate.epc;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Between the bits of a tag, as hex, and what they are called (TDS 1.13, sections 6, 12 and 14). */
public final class EpcCodec {

    private static final Pattern HEX = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{32}");
    private static final Pattern RAW = Pattern.compile("urn:epc:raw:(96|128)\\.x([0-9A-F]+)");
    private static final Pattern IDENTITY = Pattern.compile("urn:epc:id:([^:]+):([^.]*)\\.([^.]*)(?:\\.([^.]*))?");
    private static final Pattern TAG =
            Pattern.compile("urn:epc:tag:([^:]+):([0-9]{1,3})\\.([^.]*)\\.([^.]*)(?:\\.([^.]*))?");
    private static final int HEX_RADIX = 16;
    private static final int BITS_PER_DIGIT = 4;
    private static final int HEADER_AT = EpcScheme.BITS - 8;
    private static final int FILTER_AT = HEADER_AT - 3;
    private static final int PARTITION_AT = FILTER_AT - 3;

    private EpcCodec() {}

    /**
     * What the bits say.
     *
     * @param hex of the EPC memory bank, either case
     * @return empty when it is of no scheme that is understood, or breaks its scheme's rules
     */
    public static Optional<EpcIdentity> decode(String hex) {
        if (hex.length() * BITS_PER_DIGIT != EpcScheme.BITS
                || !HEX.matcher(hex.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        BigInteger bits = new BigInteger(hex, HEX_RADIX);
        int partition = field(bits, PARTITION_AT, 3).intValue();
        return partition < EpcScheme.partitions()
                ? EpcScheme.ofHeader(field(bits, HEADER_AT, 8).intValue())
                        .flatMap(scheme -> decode(scheme, EpcScheme.LONGEST_PREFIX - partition, bits))
                : Optional.empty();
    }

    private static Optional<EpcIdentity> decode(EpcScheme scheme, int prefixDigits, BigInteger bits) {
        int referenceAt = scheme.serialBits();
        int referenceBits = scheme.referenceBits(prefixDigits);
        int filter = field(bits, FILTER_AT, 3).intValue();
        String prefix =
                padded(field(bits, referenceAt + referenceBits, EpcScheme.prefixBits(prefixDigits)), prefixDigits);
        String reference = padded(field(bits, referenceAt, referenceBits), scheme.referenceDigits(prefixDigits));
        String serial = scheme.hasSerial() ? field(bits, 0, scheme.serialBits()).toString() : "";
        // More digits than the table has room for: a prefix of seven digits can overflow its 24 bits.
        return prefix.length() == prefixDigits
                        && EpcIdentity.problem(scheme, filter, prefix, reference, serial)
                                .isEmpty()
                ? Optional.of(new EpcIdentity(scheme, filter, prefix, reference, serial))
                : Optional.empty();
    }

    /** The bits, as 24 upper-case hex digits. */
    public static String encode(EpcIdentity identity) {
        EpcScheme scheme = identity.scheme();
        int prefixDigits = identity.companyPrefix().length();
        int referenceAt = scheme.serialBits();
        BigInteger bits = at(BigInteger.valueOf(scheme.header()), HEADER_AT)
                .or(at(BigInteger.valueOf(identity.filter()), FILTER_AT))
                .or(at(BigInteger.valueOf(EpcScheme.LONGEST_PREFIX - prefixDigits), PARTITION_AT))
                .or(at(number(identity.companyPrefix()), referenceAt + scheme.referenceBits(prefixDigits)))
                .or(at(number(identity.reference()), referenceAt))
                .or(number(identity.serial()));
        String hex = bits.toString(HEX_RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(EpcScheme.BITS / BITS_PER_DIGIT - hex.length()) + hex;
    }

    /** A name for every tag: the pure identity URI, or the raw one where the scheme is not understood. */
    public static String uri(String hex) {
        return decode(hex).map(EpcIdentity::uri).orElseGet(() -> raw(hex));
    }

    private static String raw(String hex) {
        return "urn:epc:raw:" + hex.length() * BITS_PER_DIGIT + ".x" + hex.toUpperCase(Locale.ROOT);
    }

    /**
     * Reads an EPC as people write it: hex in either case, a tag URI, a raw URI, or a pure identity URI, which means the tag with
     * filter value 0.
     */
    public static EpcText read(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (HEX.matcher(upper).matches()) {
            return new EpcText.Understood(upper);
        }
        Matcher raw = RAW.matcher(text);
        if (raw.matches()) {
            boolean whole = raw.group(2).length() * BITS_PER_DIGIT == Integer.parseInt(raw.group(1));
            return whole ? new EpcText.Understood(raw.group(2)) : new EpcText.Refused(EpcProblem.MALFORMED_EPC);
        }
        Matcher identity = IDENTITY.matcher(text);
        if (identity.matches()) {
            return read(EpcScheme.ofIdentityName(identity.group(1)), 0, identity, 2);
        }
        Matcher tag = TAG.matcher(text);
        return tag.matches()
                ? read(EpcScheme.ofTagName(tag.group(1)), Integer.parseInt(tag.group(2)), tag, 3)
                : new EpcText.Refused(unknown(text));
    }

    private static EpcText read(Optional<EpcScheme> named, int filter, Matcher uri, int firstGroup) {
        if (named.isEmpty()) {
            return new EpcText.Refused(EpcProblem.UNKNOWN_EPC_SCHEME);
        }
        EpcScheme scheme = named.get();
        String prefix = uri.group(firstGroup);
        String reference = uri.group(firstGroup + 1);
        String serial = Optional.ofNullable(uri.group(firstGroup + 2)).orElse("");
        return EpcIdentity.problem(scheme, filter, prefix, reference, serial)
                .<EpcText>map(EpcText.Refused::new)
                .orElseGet(() ->
                        new EpcText.Understood(encode(new EpcIdentity(scheme, filter, prefix, reference, serial))));
    }

    private static EpcProblem unknown(String text) {
        return text.startsWith("urn:epc:") ? EpcProblem.UNKNOWN_EPC_SCHEME : EpcProblem.MALFORMED_EPC;
    }

    /** Every tag that bears the same identity, one for each filter value; a tag of no known scheme bears its own alone. */
    public static List<String> sameIdentity(String hex) {
        return decode(hex)
                .map(identity -> IntStream.range(0, EpcScheme.FILTERS)
                        .mapToObj(filter -> encode(identity.withFilter(filter)))
                        .toList())
                .orElseGet(() -> List.of(hex.toUpperCase(Locale.ROOT)));
    }

    private static BigInteger field(BigInteger bits, int at, int width) {
        return bits.shiftRight(at).and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
    }

    private static BigInteger at(BigInteger value, int at) {
        return value.shiftLeft(at);
    }

    private static BigInteger number(String digits) {
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    /** With leading zeros up to {@code width}; without any for -1, and nothing at all for a zero of no digits. */
    private static String padded(BigInteger value, int width) {
        if (width == 0 && value.signum() == 0) {
            return "";
        }
        String digits = value.toString();
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
