package io.tallygate.incidents.incident.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often two tags with one EPC are worth an incident. */
@ConfigMapping(prefix = "tallygate.incidents.duplicate-tag")
public interface DuplicateSettings {

    /** How long after somebody took notice the same EPC at two places opens another incident. */
    @WithDefault("1h")
    Duration repeatAfter();
}
