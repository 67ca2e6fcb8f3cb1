package dev.evergreen.api.internal.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.projects.ByteRange;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeHeaderTest {
    private static final long SIZE = 20;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-19, 0, 20",
        "bytes=5-, 5, 15",
        "bytes=19-, 19, 1",
        "bytes=5-999, 5, 15",
        "bytes=-1, 19, 1",
        "bytes=-20, 0, 20",
        "bytes=-999, 0, 20",
        "bytes= 3-4 , 3, 2",
        "bytes=0-999999999999999999, 0, 20"
    })
    void one_range_is_cut_to_the_file(String header, long offset, long length) {
        assertEquals(Optional.of(new ByteRange(offset, length)), parse(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=20-", "bytes=20-25", "bytes=999999999999999999-", "bytes=-0"})
    void a_range_outside_of_the_file_cannot_be_satisfied(String header) {
        assertThrows(IllegalStateException.class, () -> parse(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "items=0-5",
                "bytes=0-1,3-4",
                "bytes=9999999999999999999-"
            })
    void what_is_no_single_range_is_ignored(String header) {
        assertEquals(Optional.empty(), parse(header));
    }

    private static Optional<ByteRange> parse(String header) {
        return RangeHeader.parse(header, SIZE, IllegalStateException::new);
    }
}
