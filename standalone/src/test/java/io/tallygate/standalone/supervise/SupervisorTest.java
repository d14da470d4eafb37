package io.tallygate.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.standalone.supervise.StackStatus.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path home;

    private FakeStack stack;

    @BeforeEach
    void aStack() throws IOException {
        stack = new FakeStack(home);
    }

    @AfterEach
    void stopIt() {
        stack.close();
    }

    @Test
    void shouldStartPartsAfterThoseTheyNeedAndStopThemBefore() throws Exception {
        stack.server("service", "store", "broker").server("store").server("broker", "store");

        assertThat(stack.start()).isEmpty();
        stack.stop();

        assertThat(stack.journalLines())
                .containsExactly(
                        "start store", "start broker", "start service", "end service", "end broker", "end store");
        assertThat(stack.status().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void shouldStartNoMoreAtATimeThanThereAreProcessorsWhereTheyWaitTheirTurn() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        Path starting = Files.createDirectory(home.resolve("starting"));
        for (int i = 0; i < processors + 2; i++) {
            String name = "service-" + i;
            Path mark = starting.resolve(name);
            // Long enough for all to meet if nothing held them back.
            stack.part(
                            name,
                            "touch " + mark + "; sleep 0.5; ls " + starting + " | wc -l >> " + home.resolve("together")
                                    + "; rm " + mark + "; echo > "
                                    + stack.directories().readyFile(name) + "; while true; do sleep 0.1; done")
                    .inTurn();
        }

        assertThat(stack.start()).isEmpty();

        assertThat(Files.readAllLines(home.resolve("together")))
                .hasSize(processors + 2)
                .allSatisfy(line -> assertThat(Integer.parseInt(line.strip())).isLessThanOrEqualTo(processors));
    }

    @Test
    void shouldStartAtOnceWhatDoesNotWaitItsTurn() throws Exception {
        Path store = stack.directories().readyFile("store");
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            String name = "service-" + i;
            stack.part(
                            name,
                            "until [ -e " + store + " ]; do sleep 0.1; done; echo > "
                                    + stack.directories().readyFile(name) + "; while true; do sleep 0.1; done")
                    .inTurn();
        }
        stack.server("store");

        assertThat(stack.start()).isEmpty();
    }

    @Test
    void shouldBeReadyWhenATaskHasEndedWell() throws Exception {
        stack.server("service").task("data", "exit 0", "service");

        assertThat(stack.start()).isEmpty();

        assertThat(stack.of("data").state()).isEqualTo(PartState.DONE);
        assertThat(stack.status().allGood()).isTrue();
    }

    @Test
    void shouldNameThePartThatFailsWithItsReasonAndStopTheOthers() throws Exception {
        stack.server("store").part("service", "echo 'ERROR no such table'; echo bye; exit 3", "store");

        PartStatus failed = stack.start().orElseThrow();

        assertThat(failed.name()).isEqualTo("service");
        assertThat(failed.reason()).isEqualTo("ended with code 3\nERROR no such table");
        assertThat(failed.log()).endsWith("logs/service.log");
        assertThat(stack.journalLines()).containsExactly("start store", "end store");
        assertThat(stack.of("store").state()).isEqualTo(PartState.STOPPED);
        assertThat(stack.status().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void shouldGiveUpOnAPartThatHangs() throws Exception {
        stack.within(Duration.ofSeconds(1)).part("stuck", "echo waiting for a lock; sleep 1000");

        PartStatus failed = stack.start().orElseThrow();

        assertThat(failed.reason()).isEqualTo("not ready within 1 s\nwaiting for a lock");
    }

    @Test
    void shouldNameAProgramThatIsNotThere() throws Exception {
        stack.part("gone", "exec /no/such/program");

        assertThat(stack.start().orElseThrow().reason()).contains("/no/such/program");
    }

    @Test
    void shouldStartAPartAgainThatWasKilled() throws Exception {
        stack.server("service");
        stack.start();
        long killed = stack.of("service").pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        PartStatus again = stack.await("service", p -> p.state() == PartState.READY && p.pid() != killed);
        assertThat(again.restarts()).isEqualTo(1);
    }

    @Test
    void shouldKeepAPartStoppedUntilItIsAskedFor() throws Exception {
        stack.server("service");
        stack.start();

        stack.ask(false, "service");
        stack.await("service", p -> p.state() == PartState.STOPPED);
        assertThat(stack.status().allGood()).isFalse();
        assertThat(stack.journalLines()).endsWith("end service");

        stack.ask(true, "service");
        assertThat(stack.await("service", p -> p.state() == PartState.READY).restarts())
                .isZero();
    }

    @Test
    void shouldEndAPartByForceThatWillNotEnd() throws Exception {
        stack.withGrace(Duration.ofSeconds(1));
        stack.part(
                "deaf",
                "trap '' TERM; echo > " + stack.directories().readyFile("deaf") + "; while true; do sleep 0.1; done");
        stack.start();
        long pid = stack.of("deaf").pid();

        stack.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldNameThePortThatAnotherProgramHas() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Port port = new Port(taken.getLocalPort(), "TALLYGATE_PORT_GATEWAY");
            Part gateway = new Part(
                    "gateway",
                    List.of("true"),
                    Map.of(),
                    Set.of(),
                    new Readiness.Tcp(port.number()),
                    List.of(port),
                    Duration.ofSeconds(1));

            assertThat(Supervisor.takenPorts(List.of(gateway))).containsExactly(Map.entry(gateway, port));
        }
    }

    @Test
    void shouldReportAPartThatIsGoneAsNotGood() throws Exception {
        stack.server("service");
        stack.start();
        StackStatus whileUp = stack.status();
        assertThat(StatusReport.now(whileUp).good()).isTrue();
        assertThat(StatusReport.now(whileUp).text(Clock.systemUTC()))
                .contains("service", "ready", "MiB resident in all");

        stack.stop();

        assertThat(StatusReport.now(whileUp).good()).isFalse();
    }

    @Test
    void shouldStopWhatAKilledSupervisorLeftAndNothingElse() throws Exception {
        Process left = new ProcessBuilder("sleep", "1000").start();
        Process other = new ProcessBuilder("sleep", "1000").start();
        OwnProcess ours = OwnProcess.of(left.toHandle());
        OwnProcess sameNumberEarlier = new OwnProcess(other.pid(), ours.start() - 3_600_000);
        new StatusFile(stack.directories().statusFile())
                .write(new StackStatus(
                        1, 0, "test", Phase.UP, List.of(ready("a", ours), ready("b", sameNumberEarlier))));

        Leftovers.stop(stack.directories());

        assertThat(left.isAlive()).isFalse();
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly();
    }

    @Test
    void shouldLetOneSupervisorHoldAHome() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path file = stack.directories().lockFile();
        try (Lock lock = Lock.take(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            Process second = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            LockTaker.class.getName(),
                            file.toString())
                    .start();
            assertThat(second.waitFor()).isEqualTo(7);
        }
        Optional<Lock> afterwards = Lock.take(file);
        assertThat(afterwards).isPresent();
        afterwards.get().close();
    }

    private static PartStatus ready(String name, OwnProcess process) {
        return new PartStatus(
                name, 0, PartState.READY, process.pid(), process.start(), List.of(), "", 0, 0, "", "/nowhere");
    }
}
