package dev.evergreen.exporter.mlt.internal;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of an MLT document. */
record Elements(XMLStreamWriter xml) {
    void start(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    void property(String name, String value) throws XMLStreamException {
        start("property", "name", name);
        xml.writeCharacters(value);
        end();
    }

    /** @param service empty where the loader chooses one by the file */
    void producer(String id, long frames, String service, String resource) throws XMLStreamException {
        start("producer", "id", id, "in", "0", "out", "" + (frames - 1));
        property("length", "" + frames);
        property("eof", "pause");
        property("resource", resource);
        if (!service.isEmpty()) {
            property("mlt_service", service);
        }
        end();
    }

    void blank(long frames) throws XMLStreamException {
        if (frames > 0) {
            empty("blank", "length", "" + frames);
        }
    }

    void entry(String producer, long in, long out) throws XMLStreamException {
        empty("entry", "producer", producer, "in", "" + in, "out", "" + out);
    }
}
