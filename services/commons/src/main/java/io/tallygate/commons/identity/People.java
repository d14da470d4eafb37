package io.tallygate.commons.identity;

import io.quarkus.arc.properties.IfBuildProperty;
import io.tallygate.commons.kafka.TopicReplica;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.Person;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everybody in {@code personnel}, by number and by user name, as of a moment ago. */
@Singleton
@IfBuildProperty(name = "tallygate.identity.enabled", stringValue = "true", enableIfMissing = true)
public class People {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, PersonView> byUsername = new ConcurrentHashMap<>();
    private final TopicReplica<Person> replica;

    @Inject
    public People(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers) {
        replica = new TopicReplica<>(Topic.PERSONNEL_PEOPLE, Person.parser(), this::index);
        replica.start(bootstrapServers);
    }

    public Optional<PersonView> byNumber(String personNo) {
        replica.awaitCaughtUp(PATIENCE);
        return replica.get(personNo).map(People::view);
    }

    public Optional<PersonView> byUsername(String username) {
        replica.awaitCaughtUp(PATIENCE);
        return Optional.ofNullable(byUsername.get(username));
    }

    /** Whether everything that was in the topic when this process started is here. */
    public boolean ready() {
        return replica.caughtUp();
    }

    @PreDestroy
    void stop() {
        replica.close();
    }

    private void index(Optional<Person> before, Optional<Person> now) {
        before.ifPresent(person -> byUsername.remove(person.getUsername()));
        now.filter(person -> !person.getUsername().isEmpty())
                .ifPresent(person -> byUsername.put(person.getUsername(), view(person)));
    }

    private static PersonView view(Person person) {
        return new PersonView(
                person.getPersonNo(),
                person.getUsername(),
                person.getName(),
                person.getDepartmentCode(),
                Level.ofRank(person.getClearanceRank()).orElse(Level.UNCLASSIFIED),
                person.getActive());
    }
}
