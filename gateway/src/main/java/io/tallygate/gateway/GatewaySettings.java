package io.tallygate.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Settings of the gateway. */
@ConfigMapping(prefix = "tallygate.gateway")
public interface GatewaySettings {

    /** Where each service listens, by the first segment below {@code /api}. */
    Map<String, URI> upstreams();

    /** How long a service may take to begin its answer. */
    @WithDefault("60s")
    Duration upstreamTimeout();

    Live live();

    /** Settings of the live stream. */
    interface Live {

        /** Pause between comments that keep an idle stream open through proxies. */
        @WithDefault("15s")
        Duration heartbeat();

        /** After this the stream ends and the browser opens it anew, so that a session that has ended stops seeing. */
        @WithDefault("5m")
        Duration lifetime();

        /** Events kept for browsers that reconnect and say what they saw last. */
        @WithDefault("512")
        int replay();

        /** How many may follow the reads of portals at once. */
        @WithDefault("16")
        int readStreams();

        /** How many may follow what lies on desks at once. */
        @WithDefault("64")
        int deskStreams();
    }
}
