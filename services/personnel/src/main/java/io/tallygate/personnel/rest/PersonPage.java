package io.tallygate.personnel.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.personnel.Person;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of people. */
@Schema(requiredProperties = "items")
public record PersonPage(List<PersonView> items, @Nullable String next) {

    static PersonPage of(Page<Person> page) {
        Page<PersonView> views = page.map(PersonView::of);
        return new PersonPage(views.items(), views.next());
    }
}
