package io.tallygate.carriers.custody.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tallygate.carriers.custody.application.Custodies;
import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.identifier.ItemId;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Custody through Hibernate. */
@Singleton
class CustodyRepository implements Custodies, PanacheRepositoryBase<CustodyEntity, UUID> {

    @Override
    public List<Custody> findAll(List<ItemId> items) {
        return list("itemId in ?1", items.stream().map(ItemId::value).toList()).stream()
                .map(CustodyEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<Custody> find(ItemId item) {
        return findByIdOptional(item.value()).map(CustodyEntity::toDomain);
    }

    @Override
    public Optional<Custody> forChange(ItemId item) {
        return findByIdOptional(item.value(), LockModeType.PESSIMISTIC_WRITE).map(CustodyEntity::toDomain);
    }

    @Override
    public Optional<Custody> holderOf(String epc) {
        return find("epc", epc)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(CustodyEntity::toDomain);
    }

    @Override
    public void save(Custody custody) {
        findByIdOptional(custody.item().id().value())
                .ifPresentOrElse(entity -> entity.write(custody), () -> persist(CustodyEntity.of(custody)));
        flush();
    }
}
