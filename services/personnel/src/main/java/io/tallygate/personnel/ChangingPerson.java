package io.tallygate.personnel;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.register.Register;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Changes a person: another department, post, clearance or account, or they leave. */
@Singleton
public class ChangingPerson {

    private final Directory directory;
    private final PersonRules rules;
    private final Register register;

    ChangingPerson(Directory directory, PersonRules rules, Register register) {
        this.directory = directory;
        this.rules = rules;
        this.register = register;
    }

    /**
     * Refuses with 404, 412 PRECONDITION_FAILED, 409 DUPLICATE_USERNAME, 422 UNKNOWN_DEPARTMENT, OWN_CLEARANCE. A change that
     * changes nothing is not recorded and keeps the version.
     *
     * @param expectedVersion the version the caller had before them
     */
    @Transactional
    public Outcome<Person> change(String actor, String personNo, long expectedVersion, PersonChange change) {
        Optional<PersonEntity> held = directory.hold(personNo);
        return held.isEmpty()
                ? Outcome.refused(Refusal.notFound())
                : change(actor, held.get(), expectedVersion, change);
    }

    private Outcome<Person> change(String actor, PersonEntity entity, long expectedVersion, PersonChange change) {
        Person before = entity.person();
        if (before.version() != expectedVersion) {
            return Outcome.refused(Refusal.staleVersion());
        }
        Person now = change.appliedTo(before);
        if (now.equals(before)) {
            return Outcome.done(before);
        }
        return refusal(actor, before, now)
                .<Outcome<Person>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(write(actor, entity, now)));
    }

    private Optional<Refusal> refusal(String actor, Person before, Person now) {
        boolean moves = !before.departmentCode().equals(now.departmentCode());
        return rules.usernameIsFree(now)
                .or(() -> moves ? rules.departmentIsKnown(now.departmentCode()) : Optional.empty())
                .or(() -> PersonRules.nobodyClearsThemselves(actor, before, now));
    }

    private Person write(String actor, PersonEntity entity, Person now) {
        try {
            entity.become(now);
            directory.flush();
        } catch (PersistenceException e) {
            throw PersonRules.refusalOf(e);
        }
        Person written = entity.person();
        register.append(PersonnelEvents.changed(actor, written));
        return written;
    }
}
