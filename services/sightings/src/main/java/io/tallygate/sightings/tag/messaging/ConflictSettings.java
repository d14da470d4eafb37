package io.tallygate.sightings.tag.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When one EPC counts as being at two places at once. */
@ConfigMapping(prefix = "tallygate.sightings.conflict")
public interface ConflictSettings {

    /**
     * What the walk between two portals takes at least. Ten seconds is a dozen metres at a brisk pace; portals that are nearer to each other
     * belong among the {@link #neighbours}. Zero turns the watch off.
     */
    @WithDefault("10s")
    Duration travelTime();

    /** Reads weaker than this, in dBm, do not count. */
    @WithDefault("-65")
    int weakestDbm();

    /** Portals that may see one tag at the same time, as pairs: {@code P-101~P-102,P-103~P-104}. */
    Optional<Set<String>> neighbours();

    /** How long to stay silent about a tag after a conflict was told. */
    @WithDefault("1m")
    Duration repeatEvery();
}
