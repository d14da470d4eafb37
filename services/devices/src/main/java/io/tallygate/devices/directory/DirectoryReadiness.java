package io.tallygate.devices.directory;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without departments and cabinets every registration would be refused for the wrong reason, so the service is not ready. */
@Readiness
@Singleton
public class DirectoryReadiness implements HealthCheck {

    private final Directory directory;

    public DirectoryReadiness(Directory directory) {
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("directory replicas")
                .status(directory.ready())
                .build();
    }
}
