package io.tallygate.personnel;

import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people there are. Of a {@link Scope} only the departments count here: a person has no level. */
@Singleton
public class Directory {

    private static final String SELECT = """
            select new io.tallygate.personnel.Person(p.personNo, p.username, p.name, p.departmentCode, p.post,
                   p.clearance, p.active, p.version)
              from Person p""";

    private static final String CONTAINS_TEXT = " and (locate(:text, lower(p.personNo)) > 0"
            + " or locate(:text, lower(p.name)) > 0 or locate(:text, p.username) > 0)";

    private final EntityManager entities;

    Directory(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page in the order of the numbers.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Page<Person> page(Scope scope, PersonFilter filter, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, "personNo", 1);
        String text = filter.text();
        StringBuilder query = new StringBuilder(SELECT + " where p.personNo > :after");
        query.append(scope.everyDepartment() ? "" : " and p.departmentCode = :own");
        query.append(filter.departmentCode() == null ? "" : " and p.departmentCode = :department");
        query.append(text == null ? "" : CONTAINS_TEXT);
        TypedQuery<Person> select = entities.createQuery(query + " order by p.personNo", Person.class)
                .setParameter("after", cursor == null ? "" : cursor.key(0))
                .setMaxResults(limit + 1);
        if (!scope.everyDepartment()) {
            select.setParameter("own", scope.departmentCode());
        }
        if (filter.departmentCode() != null) {
            select.setParameter("department", filter.departmentCode());
        }
        if (text != null) {
            select.setParameter("text", text.toLowerCase(Locale.ROOT));
        }
        return Page.of(select.getResultList(), limit, last -> Cursor.of("personNo", last.personNo()));
    }

    /** The person with this number, when {@code scope} sees them. */
    @Transactional
    public Optional<Person> find(Scope scope, String personNo) {
        return Optional.ofNullable(entities.find(PersonEntity.class, personNo))
                .map(PersonEntity::person)
                .filter(person -> scope.coversDepartment(person.departmentCode()));
    }

    /** The person who signs in as {@code username}. */
    @Transactional
    public Optional<Person> findByUsername(String username) {
        List<Person> found = entities.createQuery(SELECT + " where p.username = :username", Person.class)
                .setParameter("username", username)
                .getResultList();
        return found.stream().findFirst();
    }

    boolean exists(String personNo) {
        return entities.find(PersonEntity.class, personNo) != null;
    }

    /** The row, held until the transaction ends, so that of two changes the later one sees the earlier. */
    Optional<PersonEntity> hold(String personNo) {
        return Optional.ofNullable(entities.find(PersonEntity.class, personNo, LockModeType.PESSIMISTIC_WRITE));
    }

    PersonEntity add(Person person) {
        PersonEntity entity = new PersonEntity(person);
        entities.persist(entity);
        entities.flush();
        return entity;
    }

    void flush() {
        entities.flush();
    }
}
