package io.tallygate.gate;

import io.tallygate.gate.ledger.SightRules;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a gate is told from outside.
 *
 * @param home where the replica and the spool live
 * @param companyPrefixes tags under these are ours
 * @param readerThreads event loops; each reader stays on one
 * @param readerCertificates PEM file of the certificates readers on TLS are pinned to; without it the JVM's trust holds
 * @param antennaLearning how long an antenna has heard the reference tag steadily before its silence means that it is lost
 */
public record GateSettings(
        Path home,
        KafkaSettings kafka,
        CompanyPrefixes companyPrefixes,
        SpoolLimits spool,
        int readerThreads,
        Optional<Path> readerCertificates,
        Duration antennaLearning) {

    public GateSettings {
        if (readerThreads < 1 || readerThreads > 64) {
            throw new IllegalArgumentException("reader threads: " + readerThreads);
        }
    }

    /** One whose antennas are learnt as is usual. */
    public GateSettings(
            Path home,
            KafkaSettings kafka,
            CompanyPrefixes companyPrefixes,
            SpoolLimits spool,
            int readerThreads,
            Optional<Path> readerCertificates) {
        this(home, kafka, companyPrefixes, spool, readerThreads, readerCertificates, SightRules.LEARNING);
    }
}
