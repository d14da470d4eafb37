package io.tallygate.facilities.portal.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import io.tallygate.facilities.portal.domain.Sight;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a portal notices that it sees nothing, in requests and answers alike. */
@Schema(name = "PortalSight")
public record SightBody(
        @Schema(
                description = "A tag fixed within sight of the antennas: when it falls silent, the portal is blind."
                        + " Taken as hex or as a URI, answered as hex",
                examples = "3034257BF400B78000FFFFFF")
        @Nullable
        String referenceEpc,

        @Schema(
                readOnly = true,
                description = "What GS1 calls the reference tag; not looked at in requests",
                examples = "urn:epc:id:sgtin:0614141.000734.16777215")
        @Nullable
        String referenceEpcUri,

        @Schema(
                minimum = "0",
                maximum = "60000",
                defaultValue = "0",
                description = "Fewer reads a minute than this make the portal blind: 60 and more, or 0 for no floor")
        @Nullable
        Integer minReadsPerMinute) {

    /** 16 to 496 bits in whole words, the length of EPC memory. */
    private static final Pattern EPC = Pattern.compile("([0-9A-Fa-f]{4}){1,31}");

    private static final int MOST_READS = 60_000;

    /** A portal is to be found blind within 10 s: of fewer than 8 reads in 8 s nobody can tell whether they have stopped. */
    private static final int LEAST_READS = 60;

    static SightBody of(Sight sight) {
        String epc = sight.referenceEpc();
        return epc.isEmpty()
                ? new SightBody(null, null, sight.minReadsPerMinute())
                : new SightBody(epc, EpcCodec.uri(epc), sight.minReadsPerMinute());
    }

    static Sight toSight(@Nullable SightBody body) {
        return body == null
                ? new Sight("", 0)
                : new Sight(
                        body.referenceEpc == null ? "" : hex(body.referenceEpc).orElseThrow(),
                        Objects.requireNonNullElse(body.minReadsPerMinute, 0));
    }

    /** Empty where it is no EPC. */
    private static Optional<String> hex(String epc) {
        if (EPC.matcher(epc).matches()) {
            return Optional.of(epc);
        }
        return epc.startsWith("urn:") && EpcCodec.read(epc) instanceof EpcText.Understood understood
                ? Optional.of(understood.hex())
                : Optional.empty();
    }

    void check(Violations violations) {
        violations.addIf(
                referenceEpc != null && hex(referenceEpc).isEmpty(),
                "sight.referenceEpc",
                "MALFORMED",
                "hexadecimal digits, four for each word, or an EPC URI");
        if (minReadsPerMinute != null) {
            Ranges.require(violations, "sight.minReadsPerMinute", minReadsPerMinute, 0, MOST_READS);
            violations.addIf(
                    minReadsPerMinute > 0 && minReadsPerMinute < LEAST_READS,
                    "sight.minReadsPerMinute",
                    "FLOOR_TOO_LOW",
                    "0 for no floor, or " + LEAST_READS
                            + " and more: a lower one cannot be told from none within 10 s");
        }
    }
}
