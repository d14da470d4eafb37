package io.tallygate.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tallygate.standalone.servers.PostgresOptions;
import io.tallygate.standalone.servers.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with the service's database, Kafka with every topic and the demo people in it, and a token issuer. */
public final class RelationalStores implements QuarkusTestResourceLifecycleManager {

    private final SharedServers servers = new SharedServers();
    private volatile @Nullable PostgresServer running;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(servers.start());
        Path data = servers.scratch().resolve("postgres");
        PostgresServer postgres = PostgresServer.start(data, 0, PostgresOptions.fastOnes());
        running = postgres;
        servers.keep(this::halt);
        postgres.ensureDatabase(SharedServers.applicationName(), "tallygate");
        settings.put("TALLYGATE_POSTGRES", postgres.hostPort());
        return settings;
    }

    /** A field of a test that is a {@link DatabaseSwitch} can stop the database and start it again. */
    @Override
    public void inject(TestInjector injector) {
        Consumer<Boolean> database = this::turn;
        injector.injectIntoFields(
                database, new TestInjector.AnnotatedAndMatchesType(DatabaseSwitch.class, Consumer.class));
    }

    private void turn(boolean on) {
        PostgresServer last = Objects.requireNonNull(running);
        if (!on) {
            halt();
        } else if (last.ended().isPresent()) {
            running = PostgresServer.start(last.dataDir(), last.port(), PostgresOptions.fastOnes());
        }
    }

    private void halt() {
        PostgresServer last = running;
        if (last != null && last.ended().isEmpty()) {
            last.close();
        }
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
