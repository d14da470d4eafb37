package io.tallygate.epc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pure identity pattern (TDS 1.13, section 8): {@code urn:epc:idpat:giai:0614141.*} is every asset of a company. After one star there
 * are only stars. The filter value is no part of it.
 *
 * @param parts company prefix, reference and, where the scheme has one, serial, as far as they are given
 */
public record EpcPattern(EpcScheme scheme, List<String> parts) {

    private static final String PREFIX = "urn:epc:idpat:";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "([^:]+):([^:]+)");
    private static final String STAR = "*";
    private static final int HEADER_AT = EpcScheme.BITS - 8;
    private static final int FILTER_AT = HEADER_AT - 3;
    private static final int HEX_DIGITS = EpcScheme.BITS / 4;

    public EpcPattern {
        parts = List.copyOf(parts);
    }

    /**
     * The tags between two, as text: upper-case hex of one length sorts as the bits do.
     *
     * @param low 24 hex digits, inclusive as {@code high}
     */
    public record Range(String low, String high) {}

    /** Whether it claims to be a pattern at all. */
    public static boolean looksLike(String text) {
        return text.startsWith(PREFIX);
    }

    /** Reads a pattern URI; one without a star names one identity. */
    public static EpcPatternText read(String text) {
        Matcher uri = TEXT.matcher(text);
        Optional<EpcScheme> scheme = uri.matches() ? EpcScheme.ofIdentityName(uri.group(1)) : Optional.empty();
        return scheme.map(known -> read(known, List.of(uri.group(2).split("\\.", -1))))
                .orElseGet(() -> new EpcPatternText.Refused(EpcProblem.UNKNOWN_EPC_SCHEME));
    }

    private static EpcPatternText read(EpcScheme scheme, List<String> components) {
        int wanted = scheme.hasSerial() ? 3 : 2;
        int given = components.contains(STAR) ? components.indexOf(STAR) : components.size();
        List<String> parts = components.subList(0, given);
        boolean starsToTheEnd =
                components.subList(given, components.size()).stream().allMatch(STAR::equals);
        if (components.size() != wanted || !starsToTheEnd) {
            return new EpcPatternText.Refused(EpcProblem.EPC_PATTERN);
        }
        return problem(scheme, parts)
                .<EpcPatternText>map(EpcPatternText.Refused::new)
                .orElseGet(() -> new EpcPatternText.Understood(new EpcPattern(scheme, parts)));
    }

    private static Optional<EpcProblem> problem(EpcScheme scheme, List<String> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String prefix = parts.getFirst();
        if (!EpcIdentity.fitsPrefix(prefix)) {
            return Optional.of(EpcProblem.EPC_COMPANY_PREFIX);
        }
        if (parts.size() > 1 && !EpcIdentity.fitsReference(scheme, prefix.length(), parts.get(1))) {
            return Optional.of(EpcProblem.EPC_REFERENCE);
        }
        boolean serialFits = parts.size() < 3 || EpcIdentity.fitsNumber(parts.get(2), scheme.serialBits());
        return serialFits ? Optional.empty() : Optional.of(EpcProblem.EPC_SERIAL);
    }

    /** Whether the identity on this tag is among those it stands for. */
    public boolean matches(String hex) {
        return EpcCodec.decode(hex)
                .filter(identity -> identity.scheme() == scheme)
                .map(identity -> Stream.of(identity.companyPrefix(), identity.reference(), identity.serial())
                        .limit(parts.size())
                        .toList())
                .filter(parts::equals)
                .isPresent();
    }

    /** Where its tags are, in any order; what lies there and is no tag of its scheme {@link #matches} leaves out. */
    public List<Range> ranges() {
        BigInteger header = BigInteger.valueOf(scheme.header()).shiftLeft(HEADER_AT);
        if (parts.isEmpty()) {
            return List.of(range(header, HEADER_AT));
        }
        int free = freeBits();
        BigInteger fields = fields();
        List<Range> ranges = new ArrayList<>();
        IntStream.range(0, EpcScheme.FILTERS)
                .mapToObj(filter -> BigInteger.valueOf(filter).shiftLeft(FILTER_AT))
                .forEach(filter -> ranges.add(range(header.or(filter).or(fields), free)));
        return ranges;
    }

    /** Everything after the filter value, as far as it is given, in its place. */
    private BigInteger fields() {
        int digits = parts.getFirst().length();
        int referenceAt = scheme.serialBits();
        BigInteger partition =
                BigInteger.valueOf(EpcScheme.LONGEST_PREFIX - digits).shiftLeft(FILTER_AT - 3);
        BigInteger prefix = new BigInteger(parts.getFirst()).shiftLeft(referenceAt + scheme.referenceBits(digits));
        BigInteger reference = number(1).shiftLeft(referenceAt);
        return partition.or(prefix).or(reference).or(number(2));
    }

    private int freeBits() {
        int ofReference = scheme.referenceBits(parts.getFirst().length());
        return switch (parts.size()) {
            case 1 -> scheme.serialBits() + ofReference;
            case 2 -> scheme.serialBits();
            default -> 0;
        };
    }

    private BigInteger number(int part) {
        String digits = part < parts.size() ? parts.get(part) : "";
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static Range range(BigInteger low, int free) {
        BigInteger high = low.or(BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE));
        return new Range(hex(low), hex(high));
    }

    private static String hex(BigInteger bits) {
        String digits = bits.toString(16).toUpperCase(Locale.ROOT);
        return "0".repeat(HEX_DIGITS - digits.length()) + digits;
    }
}
