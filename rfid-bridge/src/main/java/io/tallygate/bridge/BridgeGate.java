package io.tallygate.bridge;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.tallygate.gate.Gate;
import io.tallygate.gate.GateSettings;
import io.tallygate.gate.GateStatus;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;

/** The gate of this process, from start to stop. */
@Startup
@Singleton
public class BridgeGate {
    private final Gate gate;

    @Inject
    BridgeGate(BridgeConfig config, MeterRegistry registry) throws IOException {
        gate = Gate.open(settings(config), registry, Clock.systemUTC());
        gate.start();
    }

    private static GateSettings settings(BridgeConfig config) {
        return new GateSettings(
                config.home().toAbsolutePath().normalize(),
                new KafkaSettings(config.kafka()),
                new CompanyPrefixes(config.companyPrefixes()),
                new SpoolLimits(
                        config.spool().segment().asLongValue(),
                        config.spool().most().asLongValue()),
                config.readerThreads(),
                config.readerCertificates());
    }

    GateStatus status() {
        return gate.status();
    }

    @PreDestroy
    void close() throws IOException, InterruptedException {
        gate.close();
    }
}
