package io.tallygate.incidents.incident.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How incidents are published. */
@ConfigMapping(prefix = "tallygate.incidents.relay")
public interface RelaySettings {

    /** How often to look for what a killed process kept but did not publish. */
    @WithDefault("10s")
    Duration sweepEvery();

    /** How long to rest after Kafka did not take a publication. */
    @WithDefault("1s")
    Duration restAfterFailure();

    /** How many incidents go to Kafka together. */
    @WithDefault("200")
    int batch();
}
