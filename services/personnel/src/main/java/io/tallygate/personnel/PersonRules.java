package io.tallygate.personnel;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.relational.Constraints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold for a person, whether new or changed. */
@Singleton
class PersonRules {

    static final Refusal DUPLICATE_PERSON =
            Refusal.duplicate("personNo", "DUPLICATE_PERSON", "There is a person with this number.");
    private static final Refusal DUPLICATE_USERNAME =
            Refusal.duplicate("username", "DUPLICATE_USERNAME", "Somebody else signs in with this name.");

    private final Departments departments;
    private final Directory directory;

    PersonRules(Departments departments, Directory directory) {
        this.departments = departments;
        this.directory = directory;
    }

    /** The department a person is put into must be there and active. */
    Optional<Refusal> departmentIsKnown(String code) {
        return departments.isActive(code)
                ? Optional.empty()
                : Optional.of(
                        Refusal.ruleViolated("departmentCode", "UNKNOWN_DEPARTMENT", "There is no such department."));
    }

    /** A user name leads to one person, or nobody could say whose clearance holds. */
    Optional<Refusal> usernameIsFree(Person person) {
        String username = person.username();
        return username != null
                        && directory
                                .findByUsername(username)
                                .filter(other -> !other.personNo().equals(person.personNo()))
                                .isPresent()
                ? Optional.of(DUPLICATE_USERNAME)
                : Optional.empty();
    }

    /**
     * Nobody clears themselves (A4): not by a new clearance, and not by tying their own account to a person who is cleared, or
     * away from one for as long as the change takes.
     *
     * @param before the person as they were; null when new
     */
    static Optional<Refusal> nobodyClearsThemselves(String actor, @Nullable Person before, Person now) {
        if (before == null) {
            return now.signsInAs(actor) && now.clearance().above(Level.UNCLASSIFIED)
                    ? Optional.of(ownClearance("clearance"))
                    : Optional.empty();
        }
        if (!before.signsInAs(actor) && !now.signsInAs(actor)) {
            return Optional.empty();
        }
        if (!Objects.equals(before.username(), now.username())) {
            return Optional.of(ownClearance("username"));
        }
        return before.clearance() == now.clearance() ? Optional.empty() : Optional.of(ownClearance("clearance"));
    }

    private static Refusal ownClearance(String field) {
        return Refusal.ruleViolated(field, "OWN_CLEARANCE", "Nobody decides on their own clearance.");
    }

    /** What a failed write means: two requests can pass {@link #usernameIsFree} at once, and only the database sees both. */
    static RuntimeException refusalOf(PersistenceException failure) {
        return Constraints.violatedUnique(failure)
                .map(name -> name.equals("person_username") ? DUPLICATE_USERNAME : DUPLICATE_PERSON)
                .<RuntimeException>map(Refusal::asException)
                .orElse(failure);
    }
}
