package io.tallygate.personnel;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.register.Register;
import io.tallygate.relational.Constraints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

/** Adds a department. */
@Singleton
public class RegisteringDepartment {

    private static final Refusal DUPLICATE =
            Refusal.duplicate("code", "DUPLICATE_DEPARTMENT", "There is a department with this code.");

    private final Departments departments;
    private final Register register;

    RegisteringDepartment(Departments departments, Register register) {
        this.departments = departments;
        this.register = register;
    }

    /** Refuses with 409 DUPLICATE_DEPARTMENT. */
    @Transactional
    public Outcome<Department> register(String actor, Department department) {
        if (departments.exists(department.code())) {
            return Outcome.refused(DUPLICATE);
        }
        try {
            departments.add(department);
        } catch (PersistenceException e) {
            // Somebody else added it between the check and here; the transaction is lost, so the refusal must leave it.
            throw Constraints.violatedUnique(e).isPresent() ? DUPLICATE.asException() : e;
        }
        register.append(PersonnelEvents.registered(actor, department));
        return Outcome.done(department);
    }
}
