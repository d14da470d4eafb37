package io.tallygate.facilities.portal.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.portal.domain.Sight;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a portal notices that it sees nothing, in requests and answers alike. */
@Schema(name = "PortalSight")
public record SightBody(
        @Schema(
                description = "A tag fixed within sight of the antennas: when it falls silent, the portal is blind",
                examples = "3034257BF400B78000FFFFFF")
        @Nullable
        String referenceEpc,

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
        return new SightBody(sight.referenceEpc().isEmpty() ? null : sight.referenceEpc(), sight.minReadsPerMinute());
    }

    static Sight toSight(@Nullable SightBody body) {
        return body == null
                ? new Sight("", 0)
                : new Sight(
                        Objects.requireNonNullElse(body.referenceEpc, ""),
                        Objects.requireNonNullElse(body.minReadsPerMinute, 0));
    }

    void check(Violations violations) {
        violations.addIf(
                referenceEpc != null && !EPC.matcher(referenceEpc).matches(),
                "sight.referenceEpc",
                "MALFORMED",
                "hexadecimal digits, four for each word");
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
