package io.tallygate.personnel;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The departments there are. */
@Singleton
public class Departments {

    private static final String PAGE = """
            select new io.tallygate.personnel.Department(d.code, d.name, d.active)
              from Department d where d.code > :after order by d.code""";

    private final EntityManager entities;

    Departments(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page in the order of the codes.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Page<Department> page(int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, "code", 1);
        List<Department> rows = entities.createQuery(PAGE, Department.class)
                .setParameter("after", cursor == null ? "" : cursor.key(0))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, last -> Cursor.of("code", last.code()));
    }

    boolean exists(String code) {
        return entities.find(DepartmentEntity.class, code) != null;
    }

    /** Whether people may be put there. */
    boolean isActive(String code) {
        DepartmentEntity department = entities.find(DepartmentEntity.class, code);
        return department != null && department.active;
    }

    void add(Department department) {
        entities.persist(new DepartmentEntity(department));
        entities.flush();
    }
}
