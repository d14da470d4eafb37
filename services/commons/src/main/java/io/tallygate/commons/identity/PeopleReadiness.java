package io.tallygate.commons.identity;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service that does not know the people yet could only refuse them, so it is not ready. */
@Readiness
@Singleton
@IfBuildProperty(name = "tallygate.identity.enabled", stringValue = "true", enableIfMissing = true)
public class PeopleReadiness implements HealthCheck {

    private final People people;

    public PeopleReadiness(People people) {
        this.people = people;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("people replica")
                .status(people.ready())
                .build();
    }
}
