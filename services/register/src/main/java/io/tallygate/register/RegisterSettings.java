package io.tallygate.register;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the register of this service. */
@ConfigMapping(prefix = "tallygate.register")
public interface RegisterSettings {

    /** How long committed entries of another instance may wait for a position; our own wake the sequencer at once. */
    @WithDefault("200ms")
    Duration poll();

    /** Pause after PostgreSQL or Kafka failed. */
    @WithDefault("1s")
    Duration retry();

    /** Entries given a position in one transaction, and sent to Kafka before the cursor moves. */
    @WithDefault("1000")
    int batch();
}
