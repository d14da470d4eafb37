package io.tallygate.devices.imports.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of imports. The size of a file is bounded by {@code quarkus.http.limits.max-body-size}. */
@ConfigMapping(prefix = "tallygate.devices.import")
public interface ImportSettings {

    /** Lines a file may have behind its header. */
    @WithDefault("500000")
    int maxRows();

    /** Rows written in one transaction. */
    @WithDefault("1000")
    int batch();

    /** How long an import waits for its worker after the worker has died. Much longer than a batch takes. */
    @WithDefault("15s")
    Duration lease();

    /** How often a worker looks for imports whose own worker died; those begun here wake it at once. */
    @WithDefault("2s")
    Duration poll();

    /** Claims of an import that does not move before it is given up. */
    @WithDefault("20")
    int attempts();
}
