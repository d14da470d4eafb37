package io.tallygate.personnel;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.register.Register;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Adds a person. */
@Singleton
public class RegisteringPerson {

    private final Directory directory;
    private final PersonRules rules;
    private final Register register;

    RegisteringPerson(Directory directory, PersonRules rules, Register register) {
        this.directory = directory;
        this.rules = rules;
        this.register = register;
    }

    /** Refuses with 409 DUPLICATE_PERSON, DUPLICATE_USERNAME; 422 UNKNOWN_DEPARTMENT, OWN_CLEARANCE. */
    @Transactional
    public Outcome<Person> register(String actor, Person person) {
        return refusal(actor, person)
                .<Outcome<Person>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(add(actor, person)));
    }

    private Optional<Refusal> refusal(String actor, Person person) {
        if (directory.exists(person.personNo())) {
            return Optional.of(PersonRules.DUPLICATE_PERSON);
        }
        return rules.usernameIsFree(person)
                .or(() -> rules.departmentIsKnown(person.departmentCode()))
                .or(() -> PersonRules.nobodyClearsThemselves(actor, null, person));
    }

    private Person add(String actor, Person person) {
        try {
            Person added = directory.add(person).person();
            register.append(PersonnelEvents.registered(actor, added));
            return added;
        } catch (PersistenceException e) {
            throw PersonRules.refusalOf(e);
        }
    }
}
