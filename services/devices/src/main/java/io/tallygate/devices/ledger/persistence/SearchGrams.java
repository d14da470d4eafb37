package io.tallygate.devices.ledger.persistence;

import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceDetails;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the pieces of text that a search narrows by: three characters each, or two where one of them is not ASCII, because Chinese
 * words are often two characters long. Whatever contains a text contains all grams of it; the other way round is for ILIKE to say.
 */
final class SearchGrams {

    private static final int ASCII = 0x7f;

    private SearchGrams() {}

    /** Of everything that {@code q} searches. */
    static Integer[] of(Device device) {
        DeviceDetails details = device.details();
        return Stream.of(device.ledgerNo().value(), details.name(), details.model(), details.serialNo(), details.epc())
                .<Integer>mapMulti((text, sink) -> gramsOf(text).forEach(sink))
                .distinct()
                .toArray(Integer[]::new);
    }

    /** Of a text that is searched for; none when it is too short to narrow anything. */
    static Integer[] of(String searched) {
        return gramsOf(searched).toArray(Integer[]::new);
    }

    private static Set<Integer> gramsOf(@Nullable String text) {
        Set<Integer> grams = new TreeSet<>();
        if (text == null) {
            return grams;
        }
        // Only ASCII is folded, as ILIKE does under COLLATE "C".
        int[] folded = text.chars().map(SearchGrams::fold).toArray();
        for (int i = 0; i + 1 < folded.length; i++) {
            if (folded[i] > ASCII || folded[i + 1] > ASCII) {
                grams.add(hash(folded[i], folded[i + 1], 0));
            } else if (i + 2 < folded.length && folded[i + 2] <= ASCII) {
                grams.add(hash(folded[i], folded[i + 1], folded[i + 2]));
            }
        }
        return grams;
    }

    private static int fold(int character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }

    private static int hash(int first, int second, int third) {
        return (first * 0x9E37 + second) * 0x85EB + third;
    }
}
