package io.tallygate.devices.directory;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.People;
import io.tallygate.commons.identity.PersonView;
import io.tallygate.commons.kafka.TopicReplica;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Cabinet;
import io.tallygate.contracts.personnel.v1.Department;
import io.tallygate.devices.ledger.domain.Surroundings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What other services have published, as of a moment ago. Whatever is no longer active does not exist here. */
@Singleton
public class Directory implements Surroundings {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final People people;
    private final TopicReplica<Department> departments =
            new TopicReplica<>(Topic.PERSONNEL_DEPARTMENTS, Department.parser());
    private final TopicReplica<Cabinet> cabinets = new TopicReplica<>(Topic.FACILITIES_CABINETS, Cabinet.parser());

    @Inject
    public Directory(
            People people, @ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers) {
        this.people = people;
        departments.start(bootstrapServers);
        cabinets.start(bootstrapServers);
    }

    /** Whether everything that was published when this process started is here. */
    public boolean ready() {
        return departments.caughtUp() && cabinets.caughtUp() && people.ready();
    }

    /**
     * Keeps a device from being refused for what this process merely has not heard yet.
     *
     * @throws io.tallygate.commons.problem.RefusalException 503 UNAVAILABLE when the replicas do not arrive in time
     */
    public void requireReady() {
        departments.awaitCaughtUp(PATIENCE);
        cabinets.awaitCaughtUp(PATIENCE);
        if (!ready()) {
            throw Refusal.of(503, "UNAVAILABLE", "Departments, people and cabinets are not known yet.")
                    .asException();
        }
    }

    @Override
    public boolean hasDepartment(String code) {
        return departments.get(code).filter(Department::getActive).isPresent();
    }

    @Override
    public Optional<Level> clearanceOf(String personNo) {
        return people.byNumber(personNo).filter(PersonView::active).map(PersonView::clearance);
    }

    @Override
    public Optional<Level> highestLevelIn(String cabinetCode) {
        return cabinets.get(cabinetCode)
                .filter(Cabinet::getActive)
                .map(cabinet -> Level.ofRank(cabinet.getMaxLevelRank()).orElse(Level.UNCLASSIFIED));
    }

    @PreDestroy
    void stop() {
        departments.close();
        cabinets.close();
    }
}
