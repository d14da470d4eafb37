package io.tallygate.incidents.incident.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a portal that nobody tells of is blind. How long that takes at other times is agreed with the bridges. */
@ConfigMapping(prefix = "tallygate.incidents.silence")
public interface SilenceSettings {

    /** How long the bridges have after this service has begun to listen: on one machine all start together. */
    @WithDefault("30s")
    Duration patienceAtStart();
}
