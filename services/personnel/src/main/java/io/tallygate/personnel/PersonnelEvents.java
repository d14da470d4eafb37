package io.tallygate.personnel;

import com.google.protobuf.Message;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.DepartmentRegistered;
import io.tallygate.contracts.personnel.v1.PersonChanged;
import io.tallygate.contracts.personnel.v1.PersonRegistered;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import java.util.List;
import java.util.Objects;

/** What the register and the other services are told. */
final class PersonnelEvents {

    private PersonnelEvents() {}

    static NewEntry registered(String actor, Department department) {
        var state = io.tallygate.contracts.personnel.v1.Department.newBuilder()
                .setCode(department.code())
                .setName(department.name())
                .setActive(department.active())
                .build();
        return new NewEntry(
                actor,
                department.code(),
                DepartmentRegistered.newBuilder().setDepartment(state).build(),
                List.of(new Publication(Topic.PERSONNEL_DEPARTMENTS, department.code(), state)));
    }

    static NewEntry registered(String actor, Person person) {
        var state = state(person);
        return entry(
                actor, state, PersonRegistered.newBuilder().setPerson(state).build());
    }

    static NewEntry changed(String actor, Person person) {
        var state = state(person);
        return entry(actor, state, PersonChanged.newBuilder().setPerson(state).build());
    }

    private static NewEntry entry(String actor, io.tallygate.contracts.personnel.v1.Person state, Message event) {
        return new NewEntry(
                actor,
                state.getPersonNo(),
                event,
                List.of(new Publication(Topic.PERSONNEL_PEOPLE, state.getPersonNo(), state)));
    }

    private static io.tallygate.contracts.personnel.v1.Person state(Person person) {
        return io.tallygate.contracts.personnel.v1.Person.newBuilder()
                .setPersonNo(person.personNo())
                .setUsername(Objects.requireNonNullElse(person.username(), ""))
                .setName(person.name())
                .setDepartmentCode(person.departmentCode())
                .setPost(person.post())
                .setClearanceRank(person.clearance().rank())
                .setActive(person.active())
                .build();
    }
}
