import Kernel

/// A register without the type of its rows, as the description of the API needs it.
package struct RegisterDescription: Sendable {
    /// The plural noun in addresses.
    package let path: String
    package let title: Term
    package let fields: [Field]

    /// One field of the register's rows.
    package struct Field: Sendable {
        package let name: String
        package let term: Term
        package let input: FieldInput
        package let isRequired: Bool
        package let isDerived: Bool
        package let isFiltered: Bool
        package let isSorted: Bool
    }

    package init<Row: RegisterRow>(_ register: Register<Row>) {
        self.init(register.path, register.title, register.columns)
    }

    /// A list that is no register, by its columns.
    package init<Row>(_ path: String, _ title: Term, _ columns: Columns<Row>) {
        self.path = path
        self.title = title
        fields = columns.all.map { column in
            Field(
                name: column.name.text, term: column.term, input: column.input,
                isRequired: column.isRequired, isDerived: column.isDerived,
                isFiltered: column.traits.isFiltered, isSorted: column.traits.isSorted)
        }
    }
}
