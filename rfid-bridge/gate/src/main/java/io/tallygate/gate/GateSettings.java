package io.tallygate.gate;

import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a gate is told from outside.
 *
 * @param home where the replica and the spool live
 * @param companyPrefixes tags under these are ours
 * @param readerThreads event loops; each reader stays on one
 * @param readerCertificates PEM file of the certificates readers on TLS are pinned to; without it the JVM's trust holds
 */
public record GateSettings(
        Path home,
        KafkaSettings kafka,
        CompanyPrefixes companyPrefixes,
        SpoolLimits spool,
        int readerThreads,
        Optional<Path> readerCertificates) {

    public GateSettings {
        if (readerThreads < 1 || readerThreads > 64) {
            throw new IllegalArgumentException("reader threads: " + readerThreads);
        }
    }
}
