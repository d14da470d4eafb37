package io.tallygate.epc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a GS1 Digital Link to the tags that may bear what it names. A link does not tell how long the company prefix is, a tag does;
 * so a link leads to one identity for each length, of which at most one is in use.
 */
public final class DigitalLinks {

    private static final Pattern ASSET = Pattern.compile("https?://[^/]+/8004/([0-9]{7,30})");
    private static final Pattern DOCUMENT = Pattern.compile("https?://[^/]+/253/([0-9]{13})([0-9]{1,17})");
    private static final Pattern ITEM = Pattern.compile("https?://[^/]+/01/([0-9]{14})/21/([0-9]{1,20})");

    private DigitalLinks() {}

    /** Hex of every tag, whatever its filter value; none when it is no link to a GIAI, a GDTI or an SGTIN that fits a tag. */
    public static List<String> tagsOf(String link) {
        List<String> tags = new ArrayList<>();
        for (int digits = EpcScheme.SHORTEST_PREFIX; digits <= EpcScheme.LONGEST_PREFIX; digits++) {
            identity(link, digits)
                    // A wrong check digit is somebody's typing error, no name of anything.
                    .filter(identity -> identity.digitalLink().endsWith(link.replaceFirst("^https?://[^/]+", "")))
                    .ifPresent(identity -> tags.addAll(EpcCodec.sameIdentity(EpcCodec.encode(identity))));
        }
        return tags;
    }

    private static Optional<EpcIdentity> identity(String link, int digits) {
        Matcher asset = ASSET.matcher(link);
        if (asset.matches()) {
            String key = asset.group(1);
            return of(EpcScheme.GIAI_96, key.substring(0, digits), key.substring(digits), "");
        }
        Matcher document = DOCUMENT.matcher(link);
        if (document.matches()) {
            String key = document.group(1);
            return of(
                    EpcScheme.GDTI_96,
                    key.substring(0, digits),
                    key.substring(digits, EpcScheme.LONGEST_PREFIX),
                    document.group(2));
        }
        Matcher item = ITEM.matcher(link);
        if (item.matches()) {
            String key = item.group(1);
            String reference = key.charAt(0) + key.substring(1 + digits, 1 + EpcScheme.LONGEST_PREFIX);
            return of(EpcScheme.SGTIN_96, key.substring(1, 1 + digits), reference, item.group(2));
        }
        return Optional.empty();
    }

    private static Optional<EpcIdentity> of(EpcScheme scheme, String prefix, String reference, String serial) {
        return EpcIdentity.problem(scheme, 0, prefix, reference, serial).isPresent()
                ? Optional.empty()
                : Optional.of(new EpcIdentity(scheme, 0, prefix, reference, serial));
    }
}
