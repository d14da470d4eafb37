package io.tallygate.bridge;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The whole process, with neither Kafka nor a reader anywhere. */
@QuarkusTest
class StatusResourceTest {

    @Test
    void shouldTellItsHostHowItIs() {
        when().get("/internal/status")
                .then()
                .statusCode(200)
                .body("portals", hasSize(0))
                .body("replica.items", equalTo(0))
                .body("replica.ageSeconds", equalTo(null))
                .body("spool.depth", equalTo(0))
                .body("spool.mostBytes", equalTo(1 << 30))
                .body("spool.oldestSeconds", equalTo(0))
                .body("spool.thinning", equalTo("NONE"))
                .body("spool.setAside", hasSize(0))
                .body("replica.setAside", hasSize(0));
    }

    @Test
    void shouldBeReadyOnItsOwn() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks[0].data.replica", equalTo("lost"))
                .body("checks[0].data.spoolBytes", equalTo(0))
                .body("checks[0].data.readsLeftOut", equalTo("NONE"));
    }

    @Test
    void shouldOfferMetrics() {
        when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("tallygate_gate_spool_depth"))
                .body(containsString("tallygate_gate_spool_thinned_reads"))
                .body(containsString("tallygate_gate_spool_oldest_seconds"))
                .body(containsString("tallygate_gate_spool_set_aside"))
                .body(containsString("tallygate_gate_replica_set_aside"))
                .body(containsString("tallygate_gate_replica_age_seconds"))
                .body(containsString("tallygate_gate_queue_crossings"))
                .body(containsString("tallygate_gate_queue_reads"));
    }

    @Test
    void shouldListenOnThisHostAlone() throws Exception {
        int port = io.restassured.RestAssured.port;
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThat(isReachable(address, port)).isFalse();
                }
            }
        }
    }

    private static boolean isReachable(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (java.io.IOException refused) {
            return false;
        }
    }
}
