import Access
import Attachments

extension RegisterDesk {
    /// The files of the register's rows.
    package var files: RecordFiles {
        RecordFiles(of: Row.kind, door: door, edit: Row.register.edit) { uuid, view in
            let listed: Listed<Row> = try view.require(uuid)
            return listed.row.agencyID
        }
    }
}
