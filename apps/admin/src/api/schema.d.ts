// Generated from openapi.json by packages/openapi.
export interface paths {
    "/access-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications, waiting ones first. */
        get: operations["AccessApplications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-applications/{applicationId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves: creates the user and answers the first password, this once. */
        post: operations["AccessApplications_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-applications/{applicationId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rejects with a reason. */
        post: operations["AccessApplications_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of the company and all projects. */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, newest first, at most 100,000 rows. */
        get: operations["Audit_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/access-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Anybody may apply; ten times in ten minutes from one address. */
        post: operations["AccessApplications_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with home page, projects and rights. */
        get: operations["Auth_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replaces one's own password; ends all other sign-ins and begins a new one here (LAW-50). */
        post: operations["Auth_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new access token for the refresh token in the cookie, which is rotated. */
        post: operations["Auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in; the refresh token comes as a cookie (CRM-02, LAW-51). */
        post: operations["Auth_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the sign-in of this device (CRM-04); works with an expired access token too. */
        post: operations["Auth_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/project-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of projects, for giving rights; the administrator sees no more of them. */
        get: operations["Users_projectNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 管理区列表：本人有任一权限的管理区 */
        get: operations["Projects_list"];
        put?: never;
        /** 新建管理区 */
        post: operations["Projects_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 管理区及其设置 */
        get: operations["Projects_one"];
        /** 修改管理区设置 */
        put: operations["Projects_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of one project. */
        get: operations["Audit_listOfProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of one project as CSV. */
        get: operations["Audit_exportOfProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 楼栋列表 */
        get: operations["Buildings_list"];
        put?: never;
        /** 新增楼栋 */
        post: operations["Buildings_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/buildings/{buildingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 楼栋及其单元 */
        get: operations["Buildings_one"];
        /** 修改楼栋 */
        put: operations["Buildings_update"];
        post?: never;
        /** 删除没有单元的楼栋 */
        delete: operations["Buildings_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/buildings/{buildingId}/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 楼栋图：楼层 × 房间，有收费查看权限者可见欠费 */
        get: operations["Buildings_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 房产资料完整性（PRP-07） */
        get: operations["Rooms_completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户列表，新的在前 */
        get: operations["Customers_list"];
        put?: never;
        /** 新建客户并建立与房间的关系 */
        post: operations["Customers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户档案 */
        get: operations["Customers_one"];
        /** 修改客户资料；未填写的证件号码和电话保持不变 */
        put: operations["Customers_update"];
        post?: never;
        /** 删除从未使用过的客户 */
        delete: operations["Customers_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查看完整证件号码与电话，须说明原因并留下记录 */
        post: operations["Customers_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按证件号码或手机查找已有客户，避免重复录入 */
        post: operations["Customers_matches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 楼栋目录：楼栋、单元与房间数 */
        get: operations["Directory_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务列表，新的在前 */
        get: operations["Jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务的进度与结果 */
        get: operations["Jobs_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消后台任务 */
        post: operations["Jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/parking-spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 车位列表，按车位号 */
        get: operations["ParkingSpaces_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/payers/{payerId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束收费对象 */
        post: operations["RoomCustomers_endPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某个管理区、楼栋或房间的图片 */
        get: operations["Pictures_list"];
        put?: never;
        /** 上传图片（multipart 字段 file，JPG、PNG 或 WebP，最大 10 MB） */
        post: operations["Pictures_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/pictures/{pictureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除图片 */
        delete: operations["Pictures_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/pictures/{pictureId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 图片内容 */
        get: operations["Pictures_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/pictures/{pictureId}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 缩略图 */
        get: operations["Pictures_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/relations/{relationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更正客房关系 */
        put: operations["RoomCustomers_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/relations/{relationId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束客房关系 */
        post: operations["RoomCustomers_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/room-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 选择房间：按房号或名称 */
        get: operations["Rooms_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/room-prefixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 房号前缀列表 */
        get: operations["RoomPrefixes_list"];
        put?: never;
        /** 新增房号前缀 */
        post: operations["RoomPrefixes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/room-prefixes/{prefixId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改房号前缀 */
        put: operations["RoomPrefixes_update"];
        post?: never;
        /** 删除房号前缀 */
        delete: operations["RoomPrefixes_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 房间列表 */
        get: operations["Rooms_list"];
        put?: never;
        /** 新增房间 */
        post: operations["Rooms_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 房间档案 */
        get: operations["Rooms_one"];
        /** 修改房间 */
        put: operations["Rooms_update"];
        post?: never;
        /** 删除没有业务的房间 */
        delete: operations["Rooms_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 房间的欠费、逾期、预收 */
        get: operations["Rooms_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/payers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定房间的收费对象，按收费项目或全部 */
        post: operations["RoomCustomers_setPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 房间的客户关系与收费对象，现在的和以前的 */
        get: operations["RoomCustomers_ofRoom"];
        put?: never;
        /** 把已有客户与房间建立关系 */
        post: operations["RoomCustomers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to one thing, newest first; needs the right to read that thing. */
        get: operations["Timeline_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新增单元 */
        post: operations["Units_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单元 */
        get: operations["Units_one"];
        /** 修改单元 */
        put: operations["Units_update"];
        post?: never;
        /** 删除没有房间的单元 */
        delete: operations["Units_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/units/{unitId}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单元内的全部房间（目录树展开时取） */
        get: operations["Units_rooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/role-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list, for whoever gives roles to people. */
        get: operations["Roles_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All roles with their rights, built-in ones first. */
        get: operations["Roles_list"];
        put?: never;
        /** Creates an own role. */
        post: operations["Roles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes an own role. */
        put: operations["Roles_update"];
        post?: never;
        /** Deletes an own role that nobody holds. */
        delete: operations["Roles_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users with their roles. */
        get: operations["Users_list"];
        put?: never;
        /** Creates a user; answers the first password, this once. */
        post: operations["Users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user. */
        get: operations["Users_one"];
        /** Changes name and mobile number. */
        put: operations["Users_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a deactivated user sign in again. */
        post: operations["Users_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses sign-in from now on; ends all sessions. */
        post: operations["Users_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces all roles of a user. */
        put: operations["Users_setMemberships"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new first password, answered this once; ends all sessions. */
        post: operations["Users_resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a lock-out before its time. */
        post: operations["Users_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessApplicationDto: {
            /** @description ISO moment. */
            createdAt: string;
            /** @description ISO moment. */
            decidedAt: string | null;
            decidedByName: string | null;
            decisionNote: string | null;
            id: string;
            mobile: string;
            /** @description The mobile number already belongs to a user, so it cannot be approved. */
            mobileTaken: boolean;
            name: string;
            reason: string;
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED";
            /** @description The user made from it. */
            userId: string | null;
            wish: string | null;
        };
        AccessApplicationPageDto: {
            items: components["schemas"]["AccessApplicationDto"][];
            total: number;
        };
        ApplyForAccessDto: {
            /** 手机号 */
            mobile: string;
            /** 姓名 */
            name: string;
            /**
             * 申请理由
             * @description Department, post and what the access is needed for.
             */
            reason: string;
            /**
             * 希望的管理区与角色
             * @description Project and role wished for, in the applicant's words.
             */
            wish?: string;
        };
        ApproveApplicationDto: {
            /** 授权 */
            memberships: components["schemas"]["MembershipInput"][];
            /** 审批意见 */
            note?: string;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditRowDto"][];
            nextCursor: string | null;
        };
        AuditRowDto: {
            action: string;
            /** @description Changed fields after; null for a removal. */
            after: {
                [key: string]: unknown;
            } | null;
            /** @description ISO moment. */
            at: string;
            /** @description Changed fields before; null for a creation. */
            before: {
                [key: string]: unknown;
            } | null;
            entity: string;
            entityId: string;
            id: string;
            ip: string;
            /** @description null: what concerns the company. */
            projectId: string | null;
            projectName: string | null;
            requestId: string;
            success: boolean;
            summary: string;
            userId: string;
            userName: string;
        };
        BuildingDto: {
            code: string;
            floors: number | null;
            hasLift: boolean | null;
            id: string;
            /** @enum {string} */
            kind: "OFFICE" | "OTHER" | "RESIDENTIAL" | "COMMERCIAL" | "GARAGE";
            name: string;
            /** @description Number of rooms below. */
            rooms: number;
            sort: number;
            units: components["schemas"]["UnitDto"][];
        };
        BuildingGridDto: {
            building: components["schemas"]["BuildingDto"];
            /** @description Floors that have rooms, the highest first. */
            floors: number[];
            rooms: components["schemas"]["GridRoomDto"][];
        };
        ChangePasswordDto: {
            /** 当前密码 */
            current: string;
            /** 新密码 */
            next: string;
        };
        CompletenessDto: {
            completeRooms: number;
            /** @description One month before the move-in. */
            dueOn: string | null;
            /** @description Number of rooms that lack each mandatory field; fields nobody lacks are left out. */
            missing: components["schemas"]["MissingFieldDto"][];
            moveInOn: string | null;
            /** @description Past due with data missing. */
            overdue: boolean;
            rooms: number;
        };
        CreateCustomerDto: {
            /** 通讯地址 */
            address?: string | null;
            /**
             * 作为收费对象
             * @description Makes the customer the payer of the room for all fee items from that day on.
             */
            asPayer?: boolean | null;
            /**
             * 出生日期
             * Format: date
             * @description Left out for an ID card: read from its number.
             */
            birthday?: string | null;
            /**
             * 已与客户核对
             * @description The data was confirmed with the customer today (CUS-08).
             */
            confirmed?: boolean | null;
            /**
             * 联系人
             * @description Companies only: the person to talk to.
             */
            contactName?: string | null;
            /** 紧急联络人 */
            emergencyName?: string | null;
            /**
             * 紧急联络人电话
             * @description On an update: left out unchanged, null removes it.
             */
            emergencyPhone?: string | null;
            /**
             * 家庭电话
             * @description On an update: left out unchanged, null removes it.
             */
            homePhone?: string | null;
            /**
             * 证件号码
             * @description Checked by its kind: the ID card's check digit, the credit code's. Left out on an update: unchanged.
             */
            idNumber?: string | null;
            /**
             * 证件名称
             * @enum {string}
             */
            idType: "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | "OTHER";
            /** 首要联系人 */
            isPrimaryContact?: boolean | null;
            /**
             * 客户类型
             * @enum {string}
             */
            kind: "PERSON" | "COMPANY";
            /**
             * 与业主关系
             * @enum {string|null}
             */
            kinship?: "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | "OTHER" | null;
            /**
             * 手机
             * @description At least one of mobile and home phone. On an update: left out unchanged, null removes it.
             */
            mobile?: string | null;
            /** 客户名称 */
            name: string;
            /**
             * 其他电话
             * @description On an update: left out unchanged.
             */
            otherPhones?: string[];
            /**
             * 收费对象
             * Format: uuid
             * @description Somebody else of the room pays from that day on; for company owners and several owners (CUS-09).
             */
            payerCustomerId?: string | null;
            /**
             * 户口所在地
             * @description Companies: the registered address.
             */
            registeredPlace?: string | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 与房间的关系
             * @enum {string}
             */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            /**
             * 房间
             * Format: uuid
             */
            roomId: string;
            /**
             * 性别
             * @description Companies: NONE.
             * @enum {string}
             */
            sex: "MALE" | "FEMALE" | "NONE";
            /**
             * 产权份额
             * @description Per cent; owners only.
             */
            share?: string | null;
            /**
             * 起始日期
             * Format: date
             * @description First day.
             */
            startsOn: string;
        };
        CreatedDto: {
            id: string;
        };
        CreatePayerDto: {
            /**
             * 客户
             * Format: uuid
             */
            customerId: string;
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn?: string | null;
            /**
             * 收费项目
             * Format: uuid
             * @description Left out: all fee items.
             */
            feeItemId?: string | null;
            /**
             * 起始日期
             * Format: date
             * @description First day.
             */
            startsOn: string;
        };
        CreateProjectDto: {
            /** 地址 */
            address?: string | null;
            /**
             * 首个账期
             * @description First month billed, YYYY-MM; the current month when left out.
             */
            firstPeriod?: string | null;
            /**
             * 层级名称
             * @description Names of the four levels from project to room (PRP-03, GAP-02): exactly four.
             */
            levelNames?: string[] | null;
            /**
             * 模块
             * @description Switched-on modules; all when left out. Compulsory ones cannot be left off.
             */
            modules?: ("property" | "customer" | "billing" | "parking")[] | null;
            /**
             * 集中入伙日期
             * Format: date
             * @description Planned collective move-in (PRP-07).
             */
            moveInOn?: string | null;
            /**
             * 管理区名称
             * @description Full name of the project's property organisation (物业管理机构全称); unique in the company.
             */
            name: string;
            /** 简称 */
            shortName: string;
            /** 联系电话 */
            telephone?: string | null;
            /**
             * 时区
             * @description IANA name; Asia/Shanghai when left out. It decides what "today" is.
             */
            timeZone?: string | null;
        };
        CreateRelationDto: {
            /**
             * 作为收费对象
             * @description Makes the customer the payer of the room for all fee items from that day on.
             */
            asPayer?: boolean | null;
            /**
             * 客户
             * Format: uuid
             */
            customerId: string;
            /**
             * 结束日期
             * Format: date
             * @description Last day, e.g. of a tenancy.
             */
            endsOn?: string | null;
            /** 首要联系人 */
            isPrimaryContact?: boolean | null;
            /**
             * 与业主关系
             * @enum {string|null}
             */
            kinship?: "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | "OTHER" | null;
            /**
             * 收费对象
             * Format: uuid
             * @description Somebody else of the room pays from that day on; for company owners and several owners (CUS-09).
             */
            payerCustomerId?: string | null;
            /**
             * 与房间的关系
             * @enum {string}
             */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            /**
             * 产权份额
             * @description Per cent; owners only.
             */
            share?: string | null;
            /**
             * 起始日期
             * Format: date
             * @description First day.
             */
            startsOn: string;
        };
        CreateUnitDto: {
            /**
             * 所属楼栋
             * Format: uuid
             */
            buildingId: string;
            /**
             * 单元代码
             * @description Unique in the building.
             */
            code: string;
            /** 楼层数 */
            floors?: number | null;
            /** 有无电梯 */
            hasLift?: boolean | null;
            /** 单元名称 */
            name: string;
            /** 排序 */
            sort?: number | null;
        };
        CreateUserDto: {
            /** 授权 */
            memberships: components["schemas"]["MembershipInput"][];
            /** 手机号 */
            mobile: string;
            /** 姓名 */
            name: string;
        };
        CustomerDetailDto: {
            address: string | null;
            birthday: string | null;
            confirmedOn: string | null;
            contactName: string | null;
            emergencyName: string | null;
            emergencyPhoneMasked: string | null;
            homePhoneMasked: string | null;
            id: string;
            idNumberMasked: string | null;
            /** @enum {string|null} */
            idType: "OTHER" | "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | null;
            /** @description Names of mandatory fields that are missing. */
            incomplete: string[];
            /** @enum {string} */
            kind: "PERSON" | "COMPANY";
            mobileMasked: string | null;
            name: string;
            number: string;
            /** @description Still owed over all rooms, fen. */
            openFen: number;
            otherPhonesMasked: string[];
            payers: components["schemas"]["PayerDto"][];
            registeredPlace: string | null;
            relations: components["schemas"]["RelationDto"][];
            remark: string | null;
            /** @description Codes of the rooms he has to do with today, at most three. */
            roomCodes: string[];
            roomCount: number;
            /** @enum {string|null} */
            sex: "NONE" | "MALE" | "FEMALE" | null;
            /** @description Younger than 14: personal data need a guardian's consent (LAW-31, LAW-33). */
            under14: boolean;
        };
        CustomerDto: {
            id: string;
            idNumberMasked: string | null;
            /** @enum {string|null} */
            idType: "OTHER" | "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | null;
            /** @description Names of mandatory fields that are missing. */
            incomplete: string[];
            /** @enum {string} */
            kind: "PERSON" | "COMPANY";
            mobileMasked: string | null;
            name: string;
            number: string;
            /** @description Codes of the rooms he has to do with today, at most three. */
            roomCodes: string[];
            roomCount: number;
            /** @enum {string|null} */
            sex: "NONE" | "MALE" | "FEMALE" | null;
            /** @description Younger than 14: personal data need a guardian's consent (LAW-31, LAW-33). */
            under14: boolean;
        };
        CustomerMatchDto: {
            /**
             * @description What was the same.
             * @enum {string}
             */
            by: "ID_NUMBER" | "MOBILE";
            id: string;
            idNumberMasked: string | null;
            /** @enum {string} */
            kind: "PERSON" | "COMPANY";
            mobileMasked: string | null;
            name: string;
            number: string;
            roomCodes: string[];
        };
        CustomerMatchesDto: {
            items: components["schemas"]["CustomerMatchDto"][];
        };
        CustomerPageDto: {
            items: components["schemas"]["CustomerDto"][];
            nextCursor: string | null;
        };
        DirectoryDto: {
            buildings: components["schemas"]["BuildingDto"][];
            /** @description Names of the four levels. */
            levelNames: string[];
        };
        EndPayerDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn: string;
        };
        EndRelationDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn: string;
            /** 结束原因 */
            reason: string;
        };
        FindMatchesDto: {
            /** 证件号码 */
            idNumber?: string | null;
            /**
             * 证件名称
             * @enum {string|null}
             */
            idType?: "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | "OTHER" | null;
            /** 手机 */
            mobile?: string | null;
        };
        FirstPasswordDto: {
            /** @description To be handed over in person; must be changed at the first sign-in. */
            password: string;
            userId: string;
        };
        GridRoomDto: {
            active: boolean;
            /** @description m² */
            chargeArea: string;
            code: string;
            floor: number;
            id: string;
            /** @description Mandatory data is missing. */
            incomplete: boolean;
            name: string;
            /** @description What is owed on the room, in fen; null without the right to see charges. */
            openFen: number | null;
            /** @enum {string} */
            purpose: "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE" | "OTHER";
            /** @enum {string} */
            state: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
            unitId: string;
        };
        JobDto: {
            createdAt: string;
            createdByName: string;
            /** @description Units done of `total`; 0 of 0 while unknown. */
            done: number;
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "billing.rehearse" | "billing.publish" | "billing.reverse-run" | "imports.check" | "imports.commit";
            /** @description What is happening, or why it failed, in Chinese. */
            message: string | null;
            result: {
                [key: string]: unknown;
            } | null;
            startedAt: string | null;
            /** @enum {string} */
            status: "DONE" | "FAILED" | "QUEUED" | "RUNNING" | "CANCELLED";
            title: string;
            total: number;
        };
        JobPageDto: {
            items: components["schemas"]["JobDto"][];
            nextCursor: string | null;
        };
        MeDto: {
            /** @description Rights held in all projects. */
            companyPermissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "customer:read" | "customer:write" | "customer:unmask" | "imports:run" | "billing:read" | "billing:rates" | "billing:bind" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:print" | "billing:reverse" | "billing:refund" | "billing:close")[];
            /** @description The page the role starts with, e.g. /workbench; pages of a project stand below /p/:projectId (CRM-02). */
            homePath: string;
            id: string;
            mobile: string;
            /** @description Nothing else is answered before the password is changed. */
            mustChangePassword: boolean;
            name: string;
            /** @description Active projects with rights in them, at most 200; the rest is found through GET /projects. */
            projects: components["schemas"]["MeProjectDto"][];
            /** @description Names of the roles held anywhere. */
            roleNames: string[];
        };
        MembershipDto: {
            /** @description null: all projects. */
            projectId: string | null;
            projectName: string | null;
            roleId: string;
            roleName: string;
        };
        MembershipInput: {
            /**
             * 管理区
             * Format: uuid
             * @description Without it: all projects.
             */
            projectId?: string | null;
            /**
             * 角色
             * Format: uuid
             */
            roleId: string;
        };
        MeProjectDto: {
            id: string;
            /** @description Modules switched on. */
            modules: string[];
            name: string;
            permissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "customer:read" | "customer:write" | "customer:unmask" | "imports:run" | "billing:read" | "billing:rates" | "billing:bind" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:print" | "billing:reverse" | "billing:refund" | "billing:close")[];
            shortName: string;
        };
        MissingFieldDto: {
            /** @enum {string} */
            field: "code" | "buildingArea" | "chargeArea" | "name" | "layout" | "orientation";
            rooms: number;
        };
        ParkingSpaceDto: {
            area: string | null;
            code: string;
            id: string;
            /** @description Names of mandatory fields that are missing. */
            incomplete: string[];
            name: string;
            /** @enum {string|null} */
            ownership: "OWNER" | "DEVELOPER" | "ALL_OWNERS" | null;
            place: string;
            /** @enum {string} */
            type: "OTHER" | "SURFACE" | "UNDERGROUND" | "MECHANICAL";
        };
        ParkingSpacePageDto: {
            items: components["schemas"]["ParkingSpaceDto"][];
            total: number;
        };
        PayerDto: {
            customerId: string;
            customerName: string;
            customerNumber: string;
            endsOn: string | null;
            feeItemId: string | null;
            feeItemName: string | null;
            id: string;
            roomCode: string;
            roomId: string;
            startsOn: string;
        };
        PictureDto: {
            /** @description image/jpeg, image/png or image/webp */
            contentType: string;
            createdAt: string;
            height: number;
            id: string;
            /** @enum {string} */
            kind: "SITE_PLAN" | "BUILDING_PLAN" | "UNIT_TYPE" | "PHOTO";
            name: string;
            ownerId: string;
            /** @enum {string} */
            ownerType: "project" | "building" | "room";
            /** @description Bytes. */
            size: number;
            /** @description Pixels. */
            width: number;
        };
        PicturesDto: {
            items: components["schemas"]["PictureDto"][];
        };
        ProblemDto: {
            /** @description Stable machine code, e.g. INVALID_INPUT, PERIOD_CLOSED. */
            code: string;
            /** @description A sentence in Chinese for the user. */
            detail: string;
            /** @description Sentences by field path, for INVALID_INPUT. */
            fields?: {
                [key: string]: string[];
            };
            /** @description Stands in the server's log beside the same request. */
            requestId: string;
            status: number;
            title: string;
            /** @description Always about:blank; `code` tells the kinds apart. */
            type: string;
        };
        ProjectDto: {
            active: boolean;
            address: string | null;
            createdAt: string;
            /** @description Property data is due one month before the move-in (PRP-07); null without a move-in date. */
            dataDueOn: string | null;
            developerId: string | null;
            differencePercent: number;
            /** @description YYYY-MM */
            firstPeriod: string;
            id: string;
            /** @description Four names from project to room. */
            levelNames: string[];
            modules: ("property" | "customer" | "billing" | "parking")[];
            moveInOn: string | null;
            name: string;
            noticeNote: string | null;
            shortName: string;
            telephone: string | null;
            timeZone: string;
        };
        ProjectNameDto: {
            id: string;
            name: string;
        };
        ProjectPageDto: {
            items: components["schemas"]["ProjectRowDto"][];
            total: number;
        };
        ProjectRowDto: {
            active: boolean;
            address: string | null;
            buildings: number;
            createdAt: string;
            /** @description Property data is due one month before the move-in (PRP-07); null without a move-in date. */
            dataDueOn: string | null;
            developerId: string | null;
            differencePercent: number;
            /** @description YYYY-MM */
            firstPeriod: string;
            id: string;
            /** @description Rooms with missing mandatory data. */
            incompleteRooms: number;
            /** @description Four names from project to room. */
            levelNames: string[];
            modules: ("property" | "customer" | "billing" | "parking")[];
            moveInOn: string | null;
            name: string;
            noticeNote: string | null;
            rooms: number;
            shortName: string;
            telephone: string | null;
            timeZone: string;
        };
        RefreshedDto: {
            accessToken: string;
            /** @description Seconds the access token lives. */
            expiresIn: number;
        };
        RejectApplicationDto: {
            /** 拒绝理由 */
            note: string;
        };
        RelationDto: {
            customerId: string;
            /** @enum {string} */
            customerKind: "PERSON" | "COMPANY";
            customerName: string;
            customerNumber: string;
            endReason: string | null;
            endsOn: string | null;
            id: string;
            isPrimaryContact: boolean;
            /** @enum {string|null} */
            kinship: "OTHER" | "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | null;
            mobileMasked: string | null;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            roomCode: string;
            roomId: string;
            roomName: string;
            share: string | null;
            startsOn: string;
        };
        RoleDto: {
            /** @description Built-in roles can be read, not changed. */
            builtIn: boolean;
            /** @description Stable code; that of built-in roles is known to the program. */
            code: string;
            homePath: string;
            id: string;
            name: string;
            permissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "customer:read" | "customer:write" | "customer:unmask" | "imports:run" | "billing:read" | "billing:rates" | "billing:bind" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:print" | "billing:reverse" | "billing:refund" | "billing:close")[];
            /** @description People who hold it. */
            users: number;
        };
        RoomCustomersDto: {
            /** @description Several owners or a company owner today, and nobody named to pay for all items: it must be chosen (CUS-09). */
            payerMissing: boolean;
            payers: components["schemas"]["PayerDto"][];
            relations: components["schemas"]["RelationDto"][];
        };
        RoomDto: {
            active: boolean;
            buildingArea: string;
            buildingId: string;
            buildingName: string;
            chargeArea: string;
            code: string;
            createdAt: string;
            floor: number;
            handedOverOn: string | null;
            id: string;
            /** @description Mandatory fields that are empty (they came by import). */
            incomplete: ("code" | "buildingArea" | "chargeArea" | "name" | "layout" | "orientation")[];
            innerArea: string | null;
            layout: string | null;
            movedInOn: string | null;
            name: string;
            /** @enum {string|null} */
            orientation: "S" | "N" | "E" | "W" | "SN" | "EW" | "SE" | "SW" | "NE" | "NW" | null;
            /** @enum {string} */
            purpose: "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE" | "OTHER";
            remark: string | null;
            /** @enum {string} */
            state: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
            unitId: string;
            unitName: string;
            usableArea: string | null;
        };
        RoomFiguresDto: {
            /** @description Day of the last receipt that settled a charge of the room; null without any. */
            lastReceivedOn: string | null;
            /** @description Owed on the room. */
            openFen: number;
            /** @description Of it, past its due date today. */
            overdueFen: number;
            /** @description Prepaid by all payers of the room. */
            prepaidFen: number;
        };
        RoomNodeDto: {
            active: boolean;
            code: string;
            floor: number;
            id: string;
            /** @description Mandatory data is missing. */
            incomplete: boolean;
            name: string;
            /** @enum {string} */
            state: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
        };
        RoomNodesDto: {
            items: components["schemas"]["RoomNodeDto"][];
        };
        RoomOptionDto: {
            buildingName: string;
            /** @description m² */
            chargeArea: string;
            code: string;
            id: string;
            name: string;
            /** @enum {string} */
            state: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
            unitName: string;
        };
        RoomOptionsDto: {
            items: components["schemas"]["RoomOptionDto"][];
        };
        RoomPageDto: {
            items: components["schemas"]["RoomDto"][];
            total: number;
        };
        RoomPrefixDto: {
            id: string;
            prefix: string;
            remark: string | null;
            /** @description Rooms whose code begins with these letters. */
            rooms: number;
        };
        SaveBuildingDto: {
            /**
             * 楼栋代码
             * @description Unique in the project.
             */
            code: string;
            /**
             * 楼层数
             * @description Storeys above ground.
             */
            floors?: number | null;
            /** 有无电梯 */
            hasLift?: boolean | null;
            /**
             * 楼栋类型
             * @enum {string}
             */
            kind: "RESIDENTIAL" | "COMMERCIAL" | "OFFICE" | "GARAGE" | "OTHER";
            /** 楼栋名称 */
            name: string;
            /**
             * 排序
             * @description Place among the buildings; equal ones follow their codes (2 before 10).
             */
            sort?: number | null;
        };
        SaveCustomerDto: {
            /** 通讯地址 */
            address?: string | null;
            /**
             * 出生日期
             * Format: date
             * @description Left out for an ID card: read from its number.
             */
            birthday?: string | null;
            /**
             * 已与客户核对
             * @description The data was confirmed with the customer today (CUS-08).
             */
            confirmed?: boolean | null;
            /**
             * 联系人
             * @description Companies only: the person to talk to.
             */
            contactName?: string | null;
            /** 紧急联络人 */
            emergencyName?: string | null;
            /**
             * 紧急联络人电话
             * @description On an update: left out unchanged, null removes it.
             */
            emergencyPhone?: string | null;
            /**
             * 家庭电话
             * @description On an update: left out unchanged, null removes it.
             */
            homePhone?: string | null;
            /**
             * 证件号码
             * @description Checked by its kind: the ID card's check digit, the credit code's. Left out on an update: unchanged.
             */
            idNumber?: string | null;
            /**
             * 证件名称
             * @enum {string}
             */
            idType: "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | "OTHER";
            /**
             * 客户类型
             * @enum {string}
             */
            kind: "PERSON" | "COMPANY";
            /**
             * 手机
             * @description At least one of mobile and home phone. On an update: left out unchanged, null removes it.
             */
            mobile?: string | null;
            /** 客户名称 */
            name: string;
            /**
             * 其他电话
             * @description On an update: left out unchanged.
             */
            otherPhones?: string[];
            /**
             * 户口所在地
             * @description Companies: the registered address.
             */
            registeredPlace?: string | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 性别
             * @description Companies: NONE.
             * @enum {string}
             */
            sex: "MALE" | "FEMALE" | "NONE";
        };
        SaveRoleDto: {
            /**
             * 登录首页
             * @enum {string}
             */
            homePath: "/workbench" | "/billing/desk" | "/billing/month" | "/property/rooms" | "/projects" | "/system/users" | "/system/audit";
            /** 角色名称 */
            name: string;
            /** 权限 */
            permissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "customer:read" | "customer:write" | "customer:unmask" | "imports:run" | "billing:read" | "billing:rates" | "billing:bind" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:print" | "billing:reverse" | "billing:refund" | "billing:close")[];
        };
        SaveRoomDto: {
            /**
             * 启用
             * @description Rooms no longer in use are switched off; their history stays.
             */
            active?: boolean | null;
            /**
             * 建筑面积
             * @description m²
             */
            buildingArea: string;
            /**
             * 收费面积
             * @description m²; a change counts for later charges only.
             */
            chargeArea: string;
            /**
             * 房间代码
             * @description Unique in the project; begins with an issued prefix when the project has any (PRP-04).
             */
            code: string;
            /**
             * 楼层
             * @description Basements are negative.
             */
            floor: number;
            /**
             * 交房日期
             * Format: date
             */
            handedOverOn?: string | null;
            /**
             * 套内面积
             * @description m²
             */
            innerArea?: string | null;
            /**
             * 户型
             * @description e.g. 三室两厅
             */
            layout: string;
            /**
             * 入住日期
             * Format: date
             */
            movedInOn?: string | null;
            /** 房间名称 */
            name: string;
            /**
             * 朝向
             * @enum {string}
             */
            orientation: "S" | "N" | "E" | "W" | "SN" | "EW" | "SE" | "SW" | "NE" | "NW";
            /**
             * 用途
             * @enum {string}
             */
            purpose: "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE" | "OTHER";
            /** 备注 */
            remark?: string | null;
            /**
             * 房屋状态
             * @enum {string}
             */
            state: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
            /**
             * 所属单元
             * Format: uuid
             * @description The unit, floor or zone it stands in.
             */
            unitId: string;
            /**
             * 使用面积
             * @description m²
             */
            usableArea?: string | null;
        };
        SaveRoomPrefixDto: {
            /** 房号前缀 */
            prefix: string;
            /** 备注 */
            remark?: string | null;
        };
        SetMembershipsDto: {
            /** 授权 */
            memberships: components["schemas"]["MembershipInput"][];
        };
        SignedInDto: {
            accessToken: string;
            /** @description Seconds the access token lives. */
            expiresIn: number;
            user: components["schemas"]["MeDto"];
        };
        SignInDto: {
            /** 手机号 */
            mobile: string;
            /** 密码 */
            password: string;
        };
        TimelineEventDto: {
            action: string;
            after: {
                [key: string]: unknown;
            } | null;
            /** @description ISO moment. */
            at: string;
            before: {
                [key: string]: unknown;
            } | null;
            id: string;
            summary: string;
            userName: string;
        };
        TimelinePageDto: {
            items: components["schemas"]["TimelineEventDto"][];
            nextCursor: string | null;
        };
        UnitDto: {
            buildingId: string;
            code: string;
            floors: number | null;
            hasLift: boolean | null;
            id: string;
            name: string;
            /** @description Number of rooms below. */
            rooms: number;
            sort: number;
        };
        UnmaskDto: {
            /** 查看原因 */
            reason: string;
        };
        UnmaskedDto: {
            emergencyPhone: string | null;
            homePhone: string | null;
            idNumber: string | null;
            mobile: string | null;
            otherPhones: string[];
        };
        UpdateProjectDto: {
            /**
             * 启用
             * @description An inactive area is no longer offered for daily work.
             */
            active: boolean;
            /** 地址 */
            address?: string | null;
            /**
             * 开发商
             * Format: uuid
             * @description A customer of this project who pays for rooms without an owner (LAW-02).
             */
            developerId?: string | null;
            /**
             * 差异提示百分比
             * @description A rehearsed line counts as changed beyond this many per cent.
             */
            differencePercent: number;
            /**
             * 首个账期
             * @description First month billed, YYYY-MM; the current month when left out.
             */
            firstPeriod?: string | null;
            /**
             * 层级名称
             * @description Names of the four levels from project to room (PRP-03, GAP-02): exactly four.
             */
            levelNames?: string[] | null;
            /**
             * 模块
             * @description Switched-on modules; all when left out. Compulsory ones cannot be left off.
             */
            modules?: ("property" | "customer" | "billing" | "parking")[] | null;
            /**
             * 集中入伙日期
             * Format: date
             * @description Planned collective move-in (PRP-07).
             */
            moveInOn?: string | null;
            /**
             * 管理区名称
             * @description Full name of the project's property organisation (物业管理机构全称); unique in the company.
             */
            name: string;
            /**
             * 通知单附言
             * @description Printed on payment notices.
             */
            noticeNote?: string | null;
            /** 简称 */
            shortName: string;
            /** 联系电话 */
            telephone?: string | null;
            /**
             * 时区
             * @description IANA name; Asia/Shanghai when left out. It decides what "today" is.
             */
            timeZone?: string | null;
        };
        UpdateRelationDto: {
            /** 首要联系人 */
            isPrimaryContact?: boolean | null;
            /**
             * 与业主关系
             * @description Family members only; left out: unchanged.
             * @enum {string|null}
             */
            kinship?: "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | "OTHER" | null;
            /**
             * 产权份额
             * @description Per cent; owners only.
             */
            share?: string | null;
            /**
             * 起始日期
             * Format: date
             */
            startsOn: string;
        };
        UpdateUnitDto: {
            /**
             * 单元代码
             * @description Unique in the building.
             */
            code: string;
            /** 楼层数 */
            floors?: number | null;
            /** 有无电梯 */
            hasLift?: boolean | null;
            /** 单元名称 */
            name: string;
            /** 排序 */
            sort?: number | null;
        };
        UpdateUserDto: {
            /** 手机号 */
            mobile: string;
            /** 姓名 */
            name: string;
        };
        UserDto: {
            /** @description ISO moment. */
            createdAt: string;
            id: string;
            /** @description ISO moment. */
            lastSignInAt: string | null;
            /** @description ISO moment until which sign-in is refused after too many failures. */
            lockedUntil: string | null;
            memberships: components["schemas"]["MembershipDto"][];
            mobile: string;
            mustChangePassword: boolean;
            name: string;
            /** @description ISO moment. */
            passwordChangedAt: string;
            /** @enum {string} */
            state: "ACTIVE" | "LOCKED" | "INACTIVE";
        };
        UserPageDto: {
            items: components["schemas"]["UserDto"][];
            total: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AccessApplications_list: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                status?: "PENDING" | "APPROVED" | "REJECTED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessApplicationPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    AccessApplications_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveApplicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    AccessApplications_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectApplicationDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                /** @description Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                cursor?: string;
                /** @description Kind of thing, e.g. room. */
                entity?: string;
                /** @description The thing. */
                entityId?: string;
                from?: string;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                /** @description The nil UUID: what concerns the company. */
                projectId?: string;
                success?: boolean;
                to?: string;
                /** @description Who acted. */
                userId?: string;
                /** @description Part of the name of who acted. */
                userName?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Audit_export: {
        parameters: {
            query?: {
                /** @description Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                cursor?: string;
                /** @description Kind of thing, e.g. room. */
                entity?: string;
                /** @description The thing. */
                entityId?: string;
                from?: string;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                /** @description The nil UUID: what concerns the company. */
                projectId?: string;
                success?: boolean;
                to?: string;
                /** @description Who acted. */
                userId?: string;
                /** @description Part of the name of who acted. */
                userName?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    AccessApplications_apply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyForAccessDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshedDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Auth_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_projectNames: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectNameDto"][];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Projects_list: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description From 1. */
                page?: number;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Projects_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProjectDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Projects_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Projects_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProjectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Audit_listOfProject: {
        parameters: {
            query?: {
                /** @description Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                cursor?: string;
                /** @description Kind of thing, e.g. room. */
                entity?: string;
                /** @description The thing. */
                entityId?: string;
                from?: string;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                success?: boolean;
                to?: string;
                /** @description Who acted. */
                userId?: string;
                /** @description Part of the name of who acted. */
                userName?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Audit_exportOfProject: {
        parameters: {
            query?: {
                /** @description Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                cursor?: string;
                /** @description Kind of thing, e.g. room. */
                entity?: string;
                /** @description The thing. */
                entityId?: string;
                from?: string;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                success?: boolean;
                to?: string;
                /** @description Who acted. */
                userId?: string;
                /** @description Part of the name of who acted. */
                userName?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Buildings_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingDto"][];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Buildings_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBuildingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Buildings_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                buildingId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Buildings_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                buildingId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBuildingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Buildings_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                buildingId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Buildings_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                buildingId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingGridDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_completeness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_list: {
        parameters: {
            query?: {
                buildingId?: string;
                cursor?: string;
                /** @description Only customers with mandatory fields missing. */
                incomplete?: boolean;
                kind?: "PERSON" | "COMPANY";
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                /** @description Part of the name or number, a whole telephone or ID number, or the last four digits of a telephone. */
                q?: string;
                role?: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
                /** @description Whose data was not confirmed since that day, or never (CUS-08). */
                unconfirmedSince?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomerDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCustomerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_unmask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Customers_matches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindMatchesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerMatchesDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Directory_tree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Jobs_list: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: "billing.rehearse" | "billing.publish" | "billing.reverse-run" | "imports.check" | "imports.commit";
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Jobs_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ParkingSpaces_list: {
        parameters: {
            query?: {
                /** @description Only spaces with (or without) missing mandatory data. */
                incomplete?: boolean;
                ownership?: "OWNER" | "DEVELOPER" | "ALL_OWNERS";
                /** @description From 1. */
                page?: number;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                /** @description Part of the code, name or place. */
                q?: string;
                type?: "OTHER" | "SURFACE" | "UNDERGROUND" | "MECHANICAL";
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSpacePageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomCustomers_endPayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payerId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndPayerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCustomersDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Pictures_list: {
        parameters: {
            query: {
                /** @description The project itself, a building or a room of it. */
                ownerId: string;
                ownerType: "project" | "building" | "room";
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PicturesDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Pictures_add: {
        parameters: {
            query: {
                kind: "SITE_PLAN" | "BUILDING_PLAN" | "UNIT_TYPE" | "PHOTO";
                /** @description The project itself, a building or a room of it. */
                ownerId: string;
                ownerType: "project" | "building" | "room";
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Pictures_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pictureId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Pictures_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pictureId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Pictures_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pictureId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomCustomers_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRelationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCustomersDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomCustomers_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRelationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCustomersDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_options: {
        parameters: {
            query?: {
                /** @description Always among the answers, so that a picker can show what is chosen. */
                id?: string;
                limit?: number;
                /** @description Part of the code or name; without it the first rooms of the directory. */
                q?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOptionsDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomPrefixes_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPrefixDto"][];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomPrefixes_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoomPrefixDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPrefixDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomPrefixes_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prefixId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoomPrefixDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPrefixDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomPrefixes_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prefixId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_list: {
        parameters: {
            query?: {
                active?: boolean;
                buildingId?: string;
                /** @description Only rooms with (or without) missing mandatory data. */
                incomplete?: boolean;
                /** @description From 1. */
                page?: number;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                purpose?: "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE" | "OTHER";
                /** @description Part of the code or name. */
                q?: string;
                /** @description `directory` (building, unit, floor, code) when left out. */
                sort?: "directory" | "-directory" | "code" | "-code" | "floor" | "-floor" | "buildingArea" | "-buildingArea" | "chargeArea" | "-chargeArea";
                state?: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
                unitId?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoomDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoomDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Rooms_figures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomFiguresDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomCustomers_setPayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePayerDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCustomersDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomCustomers_ofRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCustomersDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RoomCustomers_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRelationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCustomersDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Timeline_timeline: {
        parameters: {
            query: {
                cursor?: string;
                /** @description Kind of thing, e.g. room. */
                entity: string;
                entityId: string;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Units_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUnitDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Units_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Units_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUnitDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Units_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Units_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomNodesDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Roles_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDto"][];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Roles_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDto"][];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Roles_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Roles_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoleDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Roles_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_list: {
        parameters: {
            query?: {
                /** @description Only users whose role counts in all projects. */
                everywhere?: boolean;
                /** @description From 1. */
                page?: number;
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
                /** @description Users with a role in this project (roles for all projects not counted). */
                projectId?: string;
                /** @description Part of the name or the mobile number. */
                q?: string;
                roleId?: string;
                state?: "ACTIVE" | "LOCKED" | "INACTIVE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_activate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_deactivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_setMemberships: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMembershipsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Users_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
