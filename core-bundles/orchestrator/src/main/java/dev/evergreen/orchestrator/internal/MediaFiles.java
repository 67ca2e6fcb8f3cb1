package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.MediaFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds and replaces the files in a request or result, which are records of records, lists, maps and optional values. */
final class MediaFiles {
    private MediaFiles() {}

    static List<MediaFile> in(Object value) {
        List<MediaFile> found = new ArrayList<>();
        Object same = map(value, file -> {
            found.add(file);
            return file;
        });
        assert same == value;
        return found;
    }

    /** The value itself when no file was replaced. */
    @SuppressWarnings("unchecked")
    static <T> T map(T value, UnaryOperator<MediaFile> replacement) {
        if (value instanceof MediaFile file) {
            return (T) replacement.apply(file);
        }
        if (value instanceof Optional<?> optional) {
            Optional<Object> mapped = optional.map(content -> map((Object) content, replacement));
            return mapped.equals(optional) ? value : (T) mapped;
        }
        if (value instanceof List<?> list) {
            List<Object> mapped = new ArrayList<>();
            list.forEach(item -> mapped.add(map((Object) item, replacement)));
            return mapped.equals(list) ? value : (T) mapped;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> mapped = new LinkedHashMap<>();
            map.forEach((key, item) -> mapped.put(key, map((Object) item, replacement)));
            return mapped.equals(map) ? value : (T) mapped;
        }
        return value instanceof Record ? (T) mapRecord(value, replacement) : value;
    }

    private static Object mapRecord(Object value, UnaryOperator<MediaFile> replacement) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        @Nullable Object[] contents = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object content = components[i].getAccessor().invoke(value);
                contents[i] = content == null ? null : map(content, replacement);
                changed |= contents[i] != content;
            }
            if (!changed) {
                return value;
            }
            Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(contents);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "The record " + value.getClass().getName() + " refuses its own values", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + value.getClass().getName() + " cannot be read", e);
        }
    }
}
