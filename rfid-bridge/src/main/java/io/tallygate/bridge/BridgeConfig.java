package io.tallygate.bridge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** {@code tallygate.bridge.*} */
@ConfigMapping(prefix = "tallygate.bridge")
public interface BridgeConfig {

    /** Where the replica and the spool live. */
    Path home();

    /** Kafka's bootstrap servers, {@code host:port[,host:port…]}. */
    String kafka();

    /** GS1 company prefixes under which a tag is ours, 6 to 12 digits each. */
    @WithDefault("0614141")
    Set<String> companyPrefixes();

    /** Event loops for readers; each reader stays on one. */
    @WithDefault("2")
    int readerThreads();

    /** PEM file of the certificates that readers on TLS are pinned to; without it the JVM's trust holds. */
    Optional<Path> readerCertificates();

    /** What is kept on disk until Kafka has it. */
    SpoolConfig spool();

    /** {@code tallygate.bridge.spool.*} */
    interface SpoolConfig {

        /** Size at which a new file is begun. */
        @WithDefault("8M")
        MemorySize segment();

        /** From three quarters of this on reads are thinned, beyond it they are dropped and counted; crossings never. */
        @WithDefault("1G")
        MemorySize most();
    }
}
