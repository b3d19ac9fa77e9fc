// Generated from openapi.json by packages/openapi.
export interface paths {
    "/access-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 开通申请列表，待审批的在前
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 通过申请并建立用户；初始密码只返回这一次
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 拒绝申请
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 审计日志：公司与所有管理区
         * @description 需要权限：审计日志查看（audit:read）
         */
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
        /**
         * 导出审计日志（CSV，最多十万行），导出本身也被记录
         * @description 需要权限：审计日志查看（audit:read）
         */
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
        /**
         * 申请开通用户，无须登录；同一地址 10 分钟内最多 10 次
         * @description 无需登录
         */
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
        /**
         * 当前登录的人、首页、管理区与权限
         * @description 登录即可调用
         */
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
        /**
         * 修改自己的密码；其他设备上的登录失效
         * @description 登录即可调用
         */
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
        /**
         * 用 cookie 中的刷新令牌换取新的访问令牌，刷新令牌随之更换
         * @description 无需登录
         */
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
        /**
         * 登录；刷新令牌写入 cookie
         * @description 无需登录
         */
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
        /**
         * 退出本设备的登录；访问令牌过期时也可用
         * @description 无需登录
         */
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
        /**
         * 管理区名称，供授权时选择
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 管理区列表：本人有任一权限的管理区
         * @description 登录即可调用
         */
        get: operations["Projects_list"];
        put?: never;
        /**
         * 新建管理区
         * @description 需要权限：新建管理区（project:create）
         */
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
        /**
         * 管理区及其设置
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Projects_one"];
        /**
         * 修改管理区设置
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["Projects_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审批列表，新的在前
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Approvals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/approvals/{approvalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项审批
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Approvals_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/approvals/{approvalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 通过；申请的内容同时生效
         * @description 需要权限：房产查看（property:read）
         */
        post: operations["Approvals_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/approvals/{approvalId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拒绝，须说明原因
         * @description 需要权限：房产查看（property:read）
         */
        post: operations["Approvals_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/approvals/{approvalId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回自己的申请
         * @description 需要权限：房产查看（property:read）
         */
        post: operations["Approvals_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/arrears": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 欠费清单：按房间和收费对象
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Arrears_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/arrears/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 欠费合计与账龄
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Arrears_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个对象的附件，旧的在前
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Attachments_list"];
        put?: never;
        /**
         * 上传附件（multipart 字段 file，JPG、PNG、WebP 图片或 PDF，最大 20 MB）
         * @description 需要权限：房产查看（property:read）
         */
        post: operations["Attachments_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除附件；内容留作审计
         * @description 需要权限：房产查看（property:read）
         */
        delete: operations["Attachments_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attachments/{attachmentId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 附件内容；PDF 作为下载发送
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Attachments_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attachments/{attachmentId}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 图片附件的缩略图
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Attachments_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 自定义资料的定义，按表单顺序，停用的也在内
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Attributes_list"];
        put?: never;
        /**
         * 新增自定义资料
         * @description 需要权限：管理区设置（project:settings）
         */
        post: operations["Attributes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attributes/{attributeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改自定义资料；有数据后类型不能改
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["Attributes_update"];
        post?: never;
        /**
         * 删除还没有数据的自定义资料
         * @description 需要权限：管理区设置（project:settings）
         */
        delete: operations["Attributes_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/attributes/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每项自定义资料已有多少条数据
         * @description 需要权限：管理区设置（project:settings）
         */
        get: operations["Attributes_use"];
        put?: never;
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
        /**
         * 审计日志：一个管理区
         * @description 需要权限：审计日志查看（audit:read）
         */
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
        /**
         * 导出一个管理区的审计日志（CSV）
         * @description 需要权限：审计日志查看（audit:read）
         */
        get: operations["Audit_exportOfProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/bank-deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 解款单列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["BankDeposits_list"];
        put?: never;
        /**
         * 登记解款单
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["BankDeposits_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/bank-deposits/{depositId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废登记错的解款单
         * @description 需要权限：班次见证与代交班（billing:shifts）
         */
        post: operations["BankDeposits_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/billing-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费设置
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["BillingSettings_one"];
        /**
         * 修改收费设置
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["BillingSettings_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 绑定列表，按房号
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Bindings_list"];
        put?: never;
        /**
         * 批量绑定，全部成功或全部不做
         * @description 需要权限：收费标准绑定（billing:bind）
         */
        post: operations["Bindings_bind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/bindings/{bindingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除没有出过账的绑定
         * @description 需要权限：收费标准绑定（billing:bind）
         */
        delete: operations["Bindings_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/bindings/{bindingId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束绑定
         * @description 需要权限：收费标准绑定（billing:bind）
         */
        post: operations["Bindings_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/bindings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预览批量绑定：逐房间说明会绑定还是冲突
         * @description 需要权限：收费标准绑定（billing:bind）
         */
        post: operations["Bindings_preview"];
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
        /**
         * 楼栋列表
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Buildings_list"];
        put?: never;
        /**
         * 新增楼栋
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 楼栋及其单元
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Buildings_one"];
        /**
         * 修改楼栋
         * @description 需要权限：房产维护（property:write）
         */
        put: operations["Buildings_update"];
        post?: never;
        /**
         * 删除没有单元的楼栋
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 楼栋图：楼层 × 房间，有收费查看权限者可见欠费
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Buildings_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/charge-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 应收合计（与明细相同的筛选）
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Charges_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 应收明细，最近记账的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Charges_list"];
        put?: never;
        /**
         * 登记临时收费
         * @description 需要权限：临时收费登记（billing:one-off）
         */
        post: operations["Charges_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/charges/{chargeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一笔应收：变动记录和金额由来
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Charges_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/charges/{chargeId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正：原收据和原应收全部红冲，按正确金额重开；不能更正自己收的款，同一编号重复提交只更正一次
         * @description 需要权限：收据红冲（billing:reverse）
         */
        post: operations["Corrections_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/charges/{chargeId}/correction/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正预览：要红冲并重开的收据、多收或还欠的金额；不记账
         * @description 需要权限：收据红冲（billing:reverse）
         */
        post: operations["Corrections_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/charges/{chargeId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 红冲一笔应收的未收部分
         * @description 需要权限：收据红冲（billing:reverse）
         */
        post: operations["Charges_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/collection-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收缴率：当期、往期、综合与户数，按楼栋或收费项目
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["CollectionRates_rates"];
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
        /**
         * 房产资料完整性（PRP-07）
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Rooms_completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 业主、租户、家庭成员的必填资料：总数与各项缺少的人数
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["CustomerCompleteness_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-completeness/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 逐间房列出资料不全的人
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["CustomerCompleteness_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 疑似重复客户，最可能的在前
         * @description 需要权限：重复客户合并（customer:merge）
         */
        get: operations["Merges_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本管理区不收集的客户字段
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Tags_fieldsOf"];
        /**
         * 设置不收集的客户字段，须说明原因；资料是否齐全随之重算
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["Tags_markFields"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 合并两个客户
         * @description 需要权限：重复客户合并（customer:merge）
         */
        post: operations["Merges_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销合并：之后没有新业务时恢复为两个客户
         * @description 需要权限：重复客户合并（customer:merge）
         */
        post: operations["Merges_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预览合并：并入什么、有什么冲突、为什么不能合并；不作任何修改
         * @description 需要权限：重复客户合并（customer:merge）
         */
        post: operations["Merges_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 客户标签列表
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Tags_list"];
        put?: never;
        /**
         * 新建客户标签
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["Tags_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customer-tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改客户标签
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["Tags_update"];
        post?: never;
        /**
         * 删除客户标签，所有客户同时去掉
         * @description 需要权限：客户维护（customer:write）
         */
        delete: operations["Tags_remove"];
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
        /**
         * 客户列表，新的在前
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Customers_list"];
        put?: never;
        /**
         * 新建客户并建立与房间的关系
         * @description 需要权限：客户维护（customer:write）
         */
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
        /**
         * 客户档案
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Customers_one"];
        /**
         * 修改客户资料；未填写的证件号码和电话保持不变
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["Customers_update"];
        post?: never;
        /**
         * 删除从未使用过的客户
         * @description 需要权限：客户维护（customer:write）
         */
        delete: operations["Customers_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记地址
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["CustomerDetails_addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/addresses/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改地址
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["CustomerDetails_updateAddress"];
        post?: never;
        /**
         * 删除地址
         * @description 需要权限：客户维护（customer:write）
         */
        delete: operations["CustomerDetails_removeAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/anonymise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 匿名化：无须再保存时抹去个人信息，账目保留；不能恢复
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_anonymise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 客户在某日的房间、身份与付费责任
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["AsOf_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 保存客户的自定义资料
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["Customers_setAttributes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 已与客户核对资料，无变化
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["Customers_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 客户的告知与同意记录
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Privacy_consentsOf"];
        put?: never;
        /**
         * 登记同意或撤回
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_recordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记公司联系人
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["TitlesContacts_addContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/contacts/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改公司联系人；未填写的电话保持不变
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["TitlesContacts_updateContact"];
        post?: never;
        /**
         * 删除公司联系人
         * @description 需要权限：客户维护（customer:write）
         */
        delete: operations["TitlesContacts_removeContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/deletion-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 这个人的资料为什么还不能删除
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        get: operations["Privacy_holds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 客户的电话、地址、发票抬头、联系人和联系偏好
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["CustomerDetails_details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出这个人的全部个人信息（JSON 或 Excel），须说明原因并留下记录
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/guardian-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记未满 14 岁儿童的监护人同意
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["Relations_recordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/invoice-titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记发票抬头
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["TitlesContacts_addTitle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/invoice-titles/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改发票抬头；未填写的账号保持不变
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["TitlesContacts_updateTitle"];
        post?: never;
        /**
         * 删除发票抬头
         * @description 需要权限：客户维护（customer:write）
         */
        delete: operations["TitlesContacts_removeTitle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/invoice-titles/{partId}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看发票抬头的完整银行账号，须说明原因并留下记录
         * @description 需要权限：查看完整证件与电话（customer:unmask）
         */
        post: operations["TitlesContacts_unmaskTitle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/key-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改关键信息（名称、证件、主要电话），须说明原因
         * @description 需要权限：客户关键信息修改（customer:key-data）
         */
        put: operations["CustomerDetails_changeKeyData"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 并入这个客户的合并记录
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Merges_merges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记已告知
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_giveNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记电话
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["CustomerDetails_addPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/phones/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改电话；主要电话的号码属于关键信息
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["CustomerDetails_updatePhone"];
        post?: never;
        /**
         * 删除电话；主要电话不能删除
         * @description 需要权限：客户维护（customer:write）
         */
        delete: operations["CustomerDetails_removePhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/phones/{partId}/main": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设为主要电话，须说明原因和核实方式
         * @description 需要权限：客户关键信息修改（customer:key-data）
         */
        post: operations["CustomerDetails_makeMainPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 联系偏好
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["CustomerDetails_savePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记客户关于个人信息的请求
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/relation-graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 以客户为中心的客房关系图
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["AsOf_customerGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 给客户贴标签：之后正好带有所选的标签
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["Tags_tag"];
        post?: never;
        delete?: never;
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
        /**
         * 查看完整证件号码与电话，须说明原因并留下记录
         * @description 需要权限：查看完整证件与电话（customer:unmask）
         */
        post: operations["Customers_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/customers/{customerId}/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 客户现在和以前的车辆
         * @description 需要权限：车位车辆查看（parking:read）
         */
        get: operations["Vehicles_ofCustomer"];
        put?: never;
        post?: never;
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
        /**
         * 按证件号码或手机查找已有客户，避免重复录入
         * @description 需要权限：客户查看（customer:read）
         */
        post: operations["Customers_matches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/daily-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各天各收款人的日报及送出情况
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DailyReports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/daily-reports/{day}/{cashierId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 财务接收日报
         * @description 需要权限：班次见证与代交班（billing:shifts）
         */
        post: operations["DailyReports_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/daily-reports/{day}/{cashierId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收款员把当天的日报送财务；送后又有收款须再送
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["DailyReports_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/daily-reports/one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一天的收款日报表：一位收款人，或整个管理区
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DailyReports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/daily-reports/xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收款日报表 Excel
         * @description 需要权限：票据打印（billing:print）
         */
        get: operations["DailyReports_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/data-recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人信息接收方列表，有效的在前
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Recipients_list"];
        put?: never;
        /**
         * 登记接收方
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Recipients_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/data-recipients/{recipientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改接收方；不再提供时填写结束日期
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        put: operations["Recipients_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 划款协议列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitAgreements_list"];
        put?: never;
        /**
         * 登记划款协议
         * @description 需要权限：划款协议维护（billing:debit-agreement）
         */
        post: operations["DebitAgreements_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/{agreementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份划款协议
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitAgreements_one"];
        /**
         * 修改划款协议
         * @description 需要权限：划款协议维护（billing:debit-agreement）
         */
        put: operations["DebitAgreements_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/{agreementId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止
         * @description 需要权限：划款协议维护（billing:debit-agreement）
         */
        post: operations["DebitAgreements_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/{agreementId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复有效
         * @description 需要权限：划款协议维护（billing:debit-agreement）
         */
        post: operations["DebitAgreements_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/{agreementId}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签约生效
         * @description 需要权限：划款协议维护（billing:debit-agreement）
         */
        post: operations["DebitAgreements_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/{agreementId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停
         * @description 需要权限：划款协议维护（billing:debit-agreement）
         */
        post: operations["DebitAgreements_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/{agreementId}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看完整账号，写入审计
         * @description 需要权限：查看完整银行账号（billing:unmask-account）
         */
        post: operations["DebitAgreements_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 还没有办理托收的住户
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitAgreements_households"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-agreements/promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 托收推广：按楼栋的托收户数占比（FEE-11）
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitAgreements_promotion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 托收批次，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitBatches_list"];
        put?: never;
        /**
         * 建立草稿
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个批次
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitBatches_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记银行到账与手续费（对账）
         * @description 需要权限：托收方案维护与对账（billing:debit-scheme）
         */
        post: operations["DebitBatches_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 没有进入批次的应收及原因
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitBatches_exclusions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出报盘文件；再次导出给出同一文件并计数
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/leave-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从草稿里剔除明细
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_leaveOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 批次明细
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitBatches_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/lines/{lineId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核实回盘文件里没有的明细
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/remake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按现在的账重新生成草稿的明细
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_remake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 回盘入账；同一文件再次上传不改变任何东西
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/return/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 检查回盘文件（multipart 字段 file，最大 5 MB），不入账
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-batches/{batchId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废：银行回盘之前
         * @description 需要权限：银行托收报盘与回盘（billing:debit）
         */
        post: operations["DebitBatches_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 托收方案
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitSchemes_list"];
        put?: never;
        /**
         * 新建方案
         * @description 需要权限：托收方案维护与对账（billing:debit-scheme）
         */
        post: operations["DebitSchemes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-schemes/{schemeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改方案
         * @description 需要权限：托收方案维护与对账（billing:debit-scheme）
         */
        put: operations["DebitSchemes_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-schemes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预览文件的前几行，不保存
         * @description 需要权限：托收方案维护与对账（billing:debit-scheme）
         */
        post: operations["DebitSchemes_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/debit-schemes/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 建立方案可用的模板
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DebitSchemes_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 缺陷列表：未完成的在前，期限早的在前
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Defects_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects/{defectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一处缺陷
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Defects_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects/{defectId}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记整改完成
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Defects_fix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects/{defectId}/recheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记复验结果；不合格的重新整改
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Defects_recheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects/contractors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各责任单位的缺陷数
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Defects_contractors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 责任单位的缺陷整改通知单 PDF
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Defects_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/defects/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 责任单位未完成的缺陷，供打印
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Defects_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 押金列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Deposits_list"];
        put?: never;
        /**
         * 登记押金；在收银台收取。同一编号重复提交只登记一次
         * @description 需要权限：临时收费登记（billing:one-off）
         */
        post: operations["Deposits_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/deposits/{depositId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 押金详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Deposits_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/deposits/{depositId}/deductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 扣除押金：凭原因和凭据转为收入
         * @description 需要权限：押金扣除与可退标记（billing:deposit）
         */
        post: operations["Deposits_deduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/deposits/{depositId}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 可退的押金转为预收
         * @description 需要权限：押金扣除与可退标记（billing:deposit）
         */
        post: operations["Deposits_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/deposits/{depositId}/refundable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 标记可退或不可退
         * @description 需要权限：押金扣除与可退标记（billing:deposit）
         */
        post: operations["Deposits_setRefundable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/deposits/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 押金收退表：按押金项目的期初、收取、扣除、转出、退还、期末及账龄
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Deposits_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收银台：一个房间或客户的未缴费用，按房间和月份
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Desk_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/desk-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收款设置
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["DeskSettings_one"];
        /**
         * 修改收款设置
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["DeskSettings_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/desk/allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 金额不足时的分配建议；收费对象可以另行指定
         * @description 需要权限：收费查看（billing:read）
         */
        post: operations["Desk_allocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/desk/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收银台查找：房号、姓名、客户编号或电话
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Desk_search"];
        put?: never;
        post?: never;
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
        /**
         * 楼栋目录：楼栋、单元与房间数
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Directory_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出记录，新的在前；本人的，审批人和审计员看全部
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Exports_list"];
        put?: never;
        /**
         * 申请导出；行数多或包含完整号码时须审批，否则立即在后台生成文件
         * @description 需要权限：数据导出（data:export）
         */
        post: operations["Exports_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次导出
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Exports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/exports/{exportId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载文件（.xlsx）；只有申请人，七天之内，每次下载都记录
         * @description 需要权限：数据导出（data:export）
         */
        get: operations["Exports_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出前：行数、筛选条件、可选的列
         * @description 需要权限：数据导出（data:export）
         */
        post: operations["Exports_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/fee-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费项目列表，按排序号
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["FeeItems_list"];
        put?: never;
        /**
         * 新建收费项目
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["FeeItems_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/fee-items/{feeItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费项目详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["FeeItems_one"];
        /**
         * 修改收费项目
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        put: operations["FeeItems_update"];
        post?: never;
        /**
         * 删除没有使用过的收费项目
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        delete: operations["FeeItems_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/former-residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 历史住户：以前的业主和租户，最近搬走的在前
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Query_formerResidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/formula-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 检查计费公式并以一间房试算
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["Formula_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/import-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载模板（.xlsx，带下拉选项和说明）
         * @description 需要权限：数据导入（imports:run）
         */
        get: operations["ImportTemplates_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入记录，新的在前
         * @description 需要权限：数据导入（imports:run）
         */
        get: operations["Imports_list"];
        put?: never;
        /**
         * 上传 .xlsx 或 .csv（multipart 字段 file，最大 20 MB）
         * @description 需要权限：数据导入（imports:run）
         */
        post: operations["Imports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次导入：工作表、对应列、检查结果
         * @description 需要权限：数据导入（imports:run）
         */
        get: operations["Imports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports/{importId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 检查（后台任务），不改动任何资料
         * @description 需要权限：数据导入（imports:run）
         */
        post: operations["Imports_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports/{importId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 入库（后台任务，一个事务）；须对每个问题作出决定
         * @description 需要权限：数据导入（imports:run）
         */
        post: operations["Imports_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports/{importId}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 选择导入内容、工作表和对应列
         * @description 需要权限：数据导入（imports:run）
         */
        put: operations["Imports_saveMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载逐行报告（.xlsx）
         * @description 需要权限：数据导入（imports:run）
         */
        get: operations["Imports_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 逐行结果
         * @description 需要权限：数据导入（imports:run）
         */
        get: operations["Imports_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspection-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 验收模板列表和本管理区的户型
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["InspectionTemplates_list"];
        put?: never;
        /**
         * 新建验收模板
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["InspectionTemplates_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspection-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个验收模板
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["InspectionTemplates_one"];
        /**
         * 修改验收模板；已开始的验收不受影响
         * @description 需要权限：房产验收（property:inspect）
         */
        put: operations["InspectionTemplates_update"];
        post?: never;
        /**
         * 删除验收模板
         * @description 需要权限：房产验收（property:inspect）
         */
        delete: operations["InspectionTemplates_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 验收单列表，新的在前
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Inspections_list"];
        put?: never;
        /**
         * 建立验收单：计划、立即开始，或更正已完成的一张
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Inspections_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一张验收单的全部内容
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Inspections_one"];
        /**
         * 保存验收记录；两人同时记录时先保存的有效，另一人会被告知
         * @description 需要权限：房产验收（property:inspect）
         */
        put: operations["Inspections_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始验收：复制户型的验收模板
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Inspections_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 完成验收；从此内容不再改变
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Inspections_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 验收单 PDF
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Inspections_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 验收单打印页的内容
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Inspections_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 在当前内容上签字（multipart 字段 file，PNG 图片）
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Inspections_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/inspections/{inspectionId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废没有完成的验收单
         * @description 需要权限：房产验收（property:inspect）
         */
        post: operations["Inspections_discard"];
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
        /**
         * 后台任务列表，新的在前
         * @description 需要权限：房产查看（property:read）
         */
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
        /**
         * 后台任务的进度与结果
         * @description 需要权限：房产查看（property:read）
         */
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
        /**
         * 取消后台任务
         * @description 需要权限：房产查看（property:read）
         */
        post: operations["Jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/late-fee-schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 违约金方案
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["LateFees_list"];
        put?: never;
        /**
         * 新建违约金方案
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["LateFees_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/late-fee-schemes/{schemeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改违约金方案；已有违约金入账的只能改名称、适用项目和启用
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        put: operations["LateFees_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/late-fee-schemes/{schemeId}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从某日起使用新的日利率
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["LateFees_addRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/late-fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个房间或收费对象截至某日未入账的违约金
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["LateFees_accrued"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/late-fees/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 违约金入账：把计至今日的违约金记为应收，以便减免或催缴
         * @description 需要权限：减免申请（billing:waive）
         */
        post: operations["LateFees_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meter-losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 总表与分表的损耗；只统计，不计费
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["MeterReports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meter-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抄表异常提醒的设置
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["MeterReports_one"];
        /**
         * 修改抄表异常提醒的设置
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["MeterReports_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meter-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抄表单列表，最近的月份在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Sheets_list"];
        put?: never;
        /**
         * 新建抄表单
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Sheets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meter-sheets/{sheetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抄表单及其进度
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Sheets_one"];
        put?: never;
        post?: never;
        /**
         * 删除抄表单，读数保留
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        delete: operations["Sheets_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meter-sheets/{sheetId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出抄表单（Excel），填写后可导入
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        get: operations["MeterSheetFiles_export"];
        put?: never;
        /**
         * 导入填好的抄表单（multipart 字段 file，最大 10 MB）；有误的行逐行列出，其余行入库
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["MeterSheetFiles_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meter-sheets/{sheetId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抄表单上的表具及本月读数
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Sheets_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 表具列表，按房号
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Meters_list"];
        put?: never;
        /**
         * 登记表具
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters/{meterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 表具档案
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Meters_one"];
        /**
         * 修改表具
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        put: operations["Meters_update"];
        post?: never;
        /**
         * 删除没有读数的表具
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        delete: operations["Meters_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters/{meterId}/dismantle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拆表
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_dismantle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters/{meterId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一只表的读数，最近的在前，含已更正和已删除的
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Meters_readingsOf"];
        put?: never;
        /**
         * 登记读数；异常的读数须填写说明
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters/{meterId}/readings/{readingId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正最后一次读数；已出账的应收红冲重开，已收的款转预收后冲抵（需红冲权限）
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters/{meterId}/readings/{readingId}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除最后一次读数；已出账未收的应收随之红冲
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_removeReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/meters/{meterId}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 换表：旧表的拆表读数与新表的起始读数在同一天
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费通知单清单：按月份和范围
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Notices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/notices/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费通知单 PDF：单张或批量，边生成边输出
         * @description 需要权限：票据打印（billing:print）
         */
        get: operations["Notices_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/notices/print-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费通知单打印内容
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Notices_printData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/notices/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费通知单张数与合计
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Notices_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/offset-scheme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预收款使用方案
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Offsets_scheme"];
        /**
         * 修改预收款使用方案
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["Offsets_setScheme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/offsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 冲抵批次，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Offsets_list"];
        put?: never;
        /**
         * 按预览冲抵（后台任务）；同一编号重复提交只冲一次
         * @description 需要权限：预收冲抵（billing:offset）
         */
        post: operations["Offsets_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/offsets/{offsetRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 冲抵批次；冲抵单即按批次筛选的收据
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Offsets_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/offsets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 冲抵预览：冲谁的、冲哪些、按什么顺序、哪些不冲及原因；不记账
         * @description 需要权限：收费查看（billing:read）
         */
        post: operations["Offsets_preview"];
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
        /**
         * 车位列表，按车位号
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["ParkingSpaces_list"];
        put?: never;
        /**
         * 登记车位；车位号与现场一致，不能重复
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["ParkingSpaces_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/parking-spaces/{spaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改车位资料
         * @description 需要权限：车位车辆维护（parking:write）
         */
        put: operations["ParkingSpaces_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/parking/garages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 车库：房产目录里的独立车库及其车位数
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["ParkingSpaces_garages"];
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
        /**
         * 结束收费对象
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["RoomCustomers_endPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收款方式及其设置
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["PaymentMethods_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/payment-methods/{method}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改一种收款方式的设置
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["PaymentMethods_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/period-seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各次月结的校验值，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Seals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/period-seals/{period}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 校验一个已月结的月份：重新读取账目，与月结时的校验值比较
         * @description 需要权限：收费查看（billing:read）
         */
        post: operations["Seals_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 月份列表及各月合计，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Periods_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个月的工作进度与主要数字
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Periods_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/periods/{period}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个月的滚存：按收费项目和楼栋
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Periods_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/periods/{period}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 月结前的检查清单
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Periods_checklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/periods/{period}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 月结：只能结最早的未结月份，并开放下一个月
         * @description 需要权限：月结（billing:close）
         */
        post: operations["Periods_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/periods/{period}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请反结账：只能是最后月结的月份，须由另一人审批
         * @description 需要权限：反结账申请（billing:reopen）
         */
        post: operations["ReopenPeriod_request"];
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
        /**
         * 某个管理区、楼栋或房间的图片
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Pictures_list"];
        put?: never;
        /**
         * 上传图片（multipart 字段 file，JPG、PNG 或 WebP，最大 10 MB）
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 删除图片
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 图片内容
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Pictures_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/pictures/{pictureId}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把房间的户型图用于同户型的所有房间
         * @description 需要权限：房产维护（property:write）
         */
        post: operations["Pictures_share"];
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
        /**
         * 缩略图
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Pictures_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayment-refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退还预收的申请，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["PrepaymentRefunds_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayment-refunds/{refundId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消退款申请，余额仍为预收
         * @description 需要权限：退款（billing:refund）
         */
        post: operations["PrepaymentRefunds_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayment-refunds/{refundId}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 支付退款；不能由申请人办理，重复提交只付一次
         * @description 需要权限：退款（billing:refund）
         */
        post: operations["PrepaymentRefunds_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayment-reports/paid-beyond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 截止某日以后的预缴：没有用完的预收和已缴的以后的费用，合同终止时应退还业主
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Liability_paidBeyond"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayment-reports/turnover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预收款发生表：期初、存入、冲抵、退款、结转、期末
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Liability_turnover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预收账户及余额
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Prepayments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/prepayments/{accountId}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预收账户的变动，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Prepayments_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/price-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 今日生效的价目表
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["PriceBoard_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/price-board/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 价目表 PDF
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["PriceBoard_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/privacy-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 隐私告知的各个版本，新的在前
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Privacy_notices"];
        put?: never;
        /**
         * 发布隐私告知的新版本
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人信息请求，未办结的在前，期限早的在前
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        get: operations["Privacy_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/privacy-requests/{requestId}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理请求：开始处理、完成或拒绝
         * @description 需要权限：个人信息告知与请求登记（customer:privacy）
         */
        post: operations["Privacy_advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 按房号、姓名、电话、证件号、车牌、车位号或收据号查询
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Query_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费标准列表
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Rates_list"];
        put?: never;
        /**
         * 新建收费标准
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["Rates_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rates/{rateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收费标准详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Rates_one"];
        /**
         * 修改收费标准；出过账后只能改名称、依据和启用状态
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        put: operations["Rates_update"];
        post?: never;
        /**
         * 删除没有绑定过的收费标准
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        delete: operations["Rates_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rates/{rateId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束收费标准，连同仍在执行的绑定
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["Rates_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rates/{rateId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 新增价格，上一价格于前一日结束
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["Rates_addVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rates/{rateId}/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 更正没有出过账的价格
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        put: operations["Rates_updateVersion"];
        post?: never;
        /**
         * 删除没有出过账的最后一个价格
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        delete: operations["Rates_removeVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 票据使用表：票据本及已用、作废、剩余张数
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["ReceiptBooks_list"];
        put?: never;
        /**
         * 登记票据本并领用
         * @description 需要权限：票据领用与核销（billing:books）
         */
        post: operations["ReceiptBooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books/{bookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一本票据
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["ReceiptBooks_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books/{bookId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核销用完或交回的票据本
         * @description 需要权限：票据领用与核销（billing:books）
         */
        post: operations["ReceiptBooks_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books/{bookId}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一本票据的号码去向
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["ReceiptBooks_numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books/{bookId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 交回没有用完的票据本
         * @description 需要权限：票据领用与核销（billing:books）
         */
        post: operations["ReceiptBooks_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books/{bookId}/spoil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下一张空白票据作废
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["ReceiptBooks_spoil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipt-books/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的下一张收据号
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["ReceiptBooks_next"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收据列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Receipts_list"];
        put?: never;
        /**
         * 收款：开具收据；同一编号重复提交只收一次
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["Receipts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收据详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Receipts_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收据已登记的发票，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["ReceiptInvoices_list"];
        put?: never;
        /**
         * 登记已开具的发票；有效发票存在时不能退款或作废
         * @description 需要权限：票据打印（billing:print）
         */
        post: operations["ReceiptInvoices_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/invoices/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记红字发票
         * @description 需要权限：票据打印（billing:print）
         */
        post: operations["ReceiptInvoices_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收据 PDF，计一次打印；第二次起为补打
         * @description 需要权限：票据打印（billing:print）
         */
        post: operations["Receipts_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/print-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收据打印内容（预览，不计打印次数）
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Receipts_printData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/prints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一次打印并返回打印内容；第二次起为补打
         * @description 需要权限：票据打印（billing:print）
         */
        post: operations["Receipts_print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 红冲收据：开具日期为今天的红字收据，返回红字收据
         * @description 需要权限：收据红冲（billing:reverse）
         */
        post: operations["Receipts_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/{receiptId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废自己今天开的收据：未交班、已打印的全部收回、未开发票；返回红字单据
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["Receipts_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/receipts/takings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收款日报：按方式、日期和收款人汇总
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Receipts_daily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 按日期和渠道对账
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Reconciliation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/reconciliation/{day}/{channel}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明差异
         * @description 需要权限：班次见证与代交班（billing:shifts）
         */
        post: operations["Reconciliation_explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/reconciliation/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记对账单金额（手工或文件）；同一天同一渠道再次登记以后一次为准
         * @description 需要权限：班次见证与代交班（billing:shifts）
         */
        post: operations["Reconciliation_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/refund-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退款申请，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["RefundRequests_list"];
        put?: never;
        /**
         * 申请退款：凭红字收据、可退的押金或预收余额；同一编号重复提交只申请一次
         * @description 需要权限：退款申请（billing:request-refund）
         */
        post: operations["RefundRequests_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/refund-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退款申请详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["RefundRequests_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/refund-requests/{requestId}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 付款；不能由申请人办理，重复提交只付一次
         * @description 需要权限：退款（billing:refund）
         */
        post: operations["RefundRequests_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退款列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Refunds_list"];
        put?: never;
        /**
         * 退款：凭红字收据退还款项；同一编号重复提交只退一次
         * @description 需要权限：退款（billing:refund）
         */
        post: operations["Refunds_post"];
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
        /**
         * 更正录错的客房关系
         * @description 需要权限：客户关键信息修改（customer:key-data）
         */
        put: operations["Relations_correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/relations/{relationId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 自某日起变更客房关系
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["Relations_change"];
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
        /**
         * 结束客房关系
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["RoomCustomers_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/relations/{relationId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 删除家庭成员前必须处理的事项
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Relations_holds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/relations/{relationId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除家庭成员（非业主）：结束其客房关系
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["Relations_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 拆分合并记录，新的在前
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Restructures_list"];
        put?: never;
        /**
         * 保存拆分合并草稿
         * @description 需要权限：房间拆分合并（property:restructure）
         */
        post: operations["Restructures_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures/{restructureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项拆分合并
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Restructures_one"];
        /**
         * 修改草稿
         * @description 需要权限：房间拆分合并（property:restructure）
         */
        put: operations["Restructures_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures/{restructureId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废草稿
         * @description 需要权限：房间拆分合并（property:restructure）
         */
        post: operations["Restructures_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures/{restructureId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 复原：新房间还没有业务时恢复原房间
         * @description 需要权限：房产变更审批（property:approve）
         */
        post: operations["Restructures_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures/{restructureId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交审批
         * @description 需要权限：房间拆分合并（property:restructure）
         */
        post: operations["Restructures_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拆分合并预览；什么也不写入
         * @description 需要权限：房间拆分合并（property:restructure）
         */
        post: operations["Restructures_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/restructures/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拆分合并建议：新房号、面积、收费标准和预收的去向
         * @description 需要权限：房间拆分合并（property:restructure）
         */
        post: operations["Restructures_propose"];
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
        /**
         * 选择房间：按房号或名称
         * @description 需要权限：房产查看（property:read）
         */
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
        /**
         * 房号前缀列表
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["RoomPrefixes_list"];
        put?: never;
        /**
         * 新增房号前缀
         * @description 需要权限：管理区设置（project:settings）
         */
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
        /**
         * 修改房号前缀
         * @description 需要权限：管理区设置（project:settings）
         */
        put: operations["RoomPrefixes_update"];
        post?: never;
        /**
         * 删除房号前缀
         * @description 需要权限：管理区设置（project:settings）
         */
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
        /**
         * 房间列表
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Rooms_list"];
        put?: never;
        /**
         * 新增房间
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 房间档案
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Rooms_one"];
        put?: never;
        post?: never;
        /**
         * 删除没有业务的房间
         * @description 需要权限：房产维护（property:write）
         */
        delete: operations["Rooms_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/area-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请面积变更；审批通过后自生效日期起使用，已经出账的应收不变
         * @description 需要权限：房间面积变更（property:areas）
         */
        post: operations["AreaChanges_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/area-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 面积沿革：各段面积与等待审批的变更
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["AreaChanges_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房间在某日的客户关系、收费对象、面积与收费标准
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["AsOf_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 保存房间的自定义资料
         * @description 需要权限：房产维护（property:write）
         */
        put: operations["Rooms_setAttributes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个房间一年的应收：月份 × 项目，以及欠费合计
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Charges_ofRoom"];
        put?: never;
        post?: never;
        delete?: never;
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
        /**
         * 房间的欠费、逾期、预收
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Rooms_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/headcounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记家庭人口，阶梯用量按人数放宽
         * @description 需要权限：表具维护与抄表（billing:meters）
         */
        post: operations["Meters_addHeadcount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改房间的代码、名称、单元、楼层
         * @description 需要权限：房间编号与位置修改（property:identity）
         */
        put: operations["Rooms_identity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房间的来历与去向
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Restructures_lineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房间的表具与家庭人口
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Meters_ofRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 自某日起调整房间的全部业主与产权份额
         * @description 需要权限：客户维护（customer:write）
         */
        put: operations["Relations_setOwners"];
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
        /**
         * 指定房间的收费对象，按收费项目或全部
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["RoomCustomers_setPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/relation-graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 以房间为中心的客房关系图
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["AsOf_roomGraph"];
        put?: never;
        post?: never;
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
        /**
         * 房间的客户关系与收费对象，现在的和以前的
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["RoomCustomers_ofRoom"];
        put?: never;
        /**
         * 把已有客户与房间建立关系
         * @description 需要权限：客户维护（customer:write）
         */
        post: operations["RoomCustomers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/start-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房间交付时的仪表起度，取最近一次有效的验收
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Inspections_startReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改房间的状态、用途、交房与入住日期、启用
         * @description 需要权限：房间状态与用途修改（property:state）
         */
        put: operations["Rooms_state"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房间概览：人员、车辆、收费标准、欠费、预收和办理中的事项
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Query_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改房间的户型、朝向、备注
         * @description 需要权限：房产维护（property:write）
         */
        put: operations["Rooms_type"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/rooms/{roomId}/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房间现在和以前的车辆
         * @description 需要权限：车位车辆查看（parking:read）
         */
        get: operations["Vehicles_ofRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 批次列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Runs_list"];
        put?: never;
        /**
         * 试算一个月的应收（后台任务）
         * @description 需要权限：应收试算（billing:run）
         */
        post: operations["Runs_rehearse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 批次详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Runs_one"];
        put?: never;
        post?: never;
        /**
         * 作废未发布的试算
         * @description 需要权限：应收试算（billing:run）
         */
        delete: operations["Runs_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/runs/{runId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 试算明细及差异
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Runs_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/runs/{runId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布试算结果（后台任务）
         * @description 需要权限：应收发布（billing:publish）
         */
        post: operations["Runs_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/runs/{runId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 整批红冲（后台任务）
         * @description 需要权限：应收批次红冲（billing:reverse-run）
         */
        post: operations["Runs_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/saved-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个列表的筛选：自己的和共享的
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["SavedFilters_list"];
        put?: never;
        /**
         * 保存筛选
         * @description 需要权限：房产查看（property:read）
         */
        post: operations["SavedFilters_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/saved-filters/{filterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 改名，或改为共享
         * @description 需要权限：房产查看（property:read）
         */
        put: operations["SavedFilters_rename"];
        post?: never;
        /**
         * 删除筛选
         * @description 需要权限：房产查看（property:read）
         */
        delete: operations["SavedFilters_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 分摊项目列表，含某月状态
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shares_list"];
        put?: never;
        /**
         * 新建分摊项目
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        post: operations["Shares_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 分摊项目详情
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shares_one"];
        /**
         * 修改分摊项目；已确认的月份不变
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        put: operations["Shares_update"];
        post?: never;
        /**
         * 删除没有填写过月份的分摊项目
         * @description 需要权限：收费项目与标准维护（billing:rates）
         */
        delete: operations["Shares_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}/months/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个月的公摊：填写的内容与预览，或确认的结果
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shares_month"];
        /**
         * 填写一个月的金额或用量
         * @description 需要权限：应收试算（billing:run）
         */
        put: operations["Shares_enter"];
        post?: never;
        /**
         * 删除没有确认的填写
         * @description 需要权限：应收试算（billing:run）
         */
        delete: operations["Shares_removeMonth"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}/months/{period}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认预览，下次应收批次出账
         * @description 需要权限：应收发布（billing:publish）
         */
        post: operations["Shares_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}/months/{period}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公摊明细表（CSV）
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shares_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}/months/{period}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个月各房间分摊多少，按房号
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shares_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}/months/{period}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公摊公示表 PDF（LAW-24）
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shares_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/share-pools/{poolId}/months/{period}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销确认（没有出账时）
         * @description 需要权限：应收发布（billing:publish）
         */
        post: operations["Shares_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 班次列表，新的在前
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shifts_list"];
        put?: never;
        /**
         * 开班
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["Shifts_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts/{shiftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个班次及其合计
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shifts_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts/{shiftId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 清点现金并交班；有差异时等待见证
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["Shifts_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts/{shiftId}/close-for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 代他人清点并交班
         * @description 需要权限：班次见证与代交班（billing:shifts）
         */
        post: operations["Shifts_closeFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts/{shiftId}/witness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 见证现金差异，或退回重新清点
         * @description 需要权限：班次见证与代交班（billing:shifts）
         */
        post: operations["Shifts_witness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts/cashiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本管理区有收款权限的人
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shifts_cashiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/shifts/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的班次：当班情况、可接的备用金、未解款的现金
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Shifts_mine"];
        put?: never;
        post?: never;
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
        /**
         * 一个对象的变更历史，新的在前；须有查看该对象的权限
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Timeline_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 过户列表，新的在前
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Transfers_list"];
        put?: never;
        /**
         * 开始办理一个房间的过户（草稿）
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次过户：资料、房屋现状、阻碍和未了结事项
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["Transfers_one"];
        /**
         * 保存草稿（整份）
         * @description 需要权限：房屋过户（customer:transfer）
         */
        put: operations["Transfers_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结：没有未了结事项时直接生效
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一位还不是客户的新业主，并加入草稿
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_addOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回草稿修改
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/request-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 有未了结事项时申请审批；通过即办结
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_requestApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 过户结算：办结前为按今天账目的预览，办结后为最终结果
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["TransferSettlement_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/sheets/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 过户结算单的内容（原业主或新业主一方）
         * @description 需要权限：客户查看（customer:read）
         */
        get: operations["TransferSettlement_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/sheets/{side}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 过户结算单 PDF，记入历史
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["TransferSettlement_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/transfers/{transferId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资料填完，提交结清
         * @description 需要权限：房屋过户（customer:transfer）
         */
        post: operations["Transfers_submit"];
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
        /**
         * 新增单元
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 单元
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Units_one"];
        /**
         * 修改单元
         * @description 需要权限：房产维护（property:write）
         */
        put: operations["Units_update"];
        post?: never;
        /**
         * 删除没有房间的单元
         * @description 需要权限：房产维护（property:write）
         */
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
        /**
         * 单元内的全部房间（目录树展开时取）
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Units_rooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicle-relations/{relationId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 自某日起变更房间、车位、主副车或停放方式
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["Vehicles_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicle-relations/{relationId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束车辆关系
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["Vehicles_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 车辆列表，按车牌
         * @description 需要权限：车位车辆查看（parking:read）
         */
        get: operations["Vehicles_list"];
        put?: never;
        /**
         * 登记车辆及其车主
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["Vehicles_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicles/{vehicleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 车辆档案
         * @description 需要权限：车位车辆查看（parking:read）
         */
        get: operations["Vehicles_one"];
        /**
         * 修改车辆资料
         * @description 需要权限：车位车辆维护（parking:write）
         */
        put: operations["Vehicles_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicles/{vehicleId}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 增加车主或使用人
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["Vehicles_relate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicles/{vehicleId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新启用车辆
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["Vehicles_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/vehicles/{vehicleId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用车辆，结束它的各项关系
         * @description 需要权限：车位车辆维护（parking:write）
         */
        post: operations["Vehicles_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 减免单列表，新的在前，含合计
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Waivers_list"];
        put?: never;
        /**
         * 申请减免
         * @description 需要权限：减免申请（billing:waive）
         */
        post: operations["Waivers_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/waivers/{waiverId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份减免单
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["Waivers_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/waivers/{waiverId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 冲回已减免的减免单
         * @description 需要权限：减免审批（限额内）（billing:approve-waiver）
         */
        post: operations["Waivers_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/workbench": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作台：按权限给出房产、客户与收费的主要数字
         * @description 需要权限：房产查看（property:read）
         */
        get: operations["Workbench_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核销单列表，新的在前，含核销与收回合计
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["WriteOffs_list"];
        put?: never;
        /**
         * 申请核销坏账
         * @description 需要权限：坏账核销申请（billing:write-off）
         */
        post: operations["WriteOffs_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/write-offs/{writeOffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份核销单
         * @description 需要权限：收费查看（billing:read）
         */
        get: operations["WriteOffs_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/write-offs/{writeOffId}/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 坏账收回：开收据；同一收据编号重复提交只收一次
         * @description 需要权限：收款（billing:collect）
         */
        post: operations["WriteOffs_recover"];
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
        /**
         * 全部角色，供授权时选择
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 全部角色及其权限，内置的在前
         * @description 需要权限：角色管理（system:roles）
         */
        get: operations["Roles_list"];
        put?: never;
        /**
         * 新建自定义角色
         * @description 需要权限：角色管理（system:roles）
         */
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
        /**
         * 修改自定义角色，对使用者立即生效
         * @description 需要权限：角色管理（system:roles）
         */
        put: operations["Roles_update"];
        post?: never;
        /**
         * 删除无人使用的自定义角色
         * @description 需要权限：角色管理（system:roles）
         */
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
        /**
         * 用户列表
         * @description 需要权限：用户与授权管理（system:users）
         */
        get: operations["Users_list"];
        put?: never;
        /**
         * 新建用户；初始密码只返回这一次
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 用户及其授权
         * @description 需要权限：用户与授权管理（system:users）
         */
        get: operations["Users_one"];
        /**
         * 修改姓名和手机号
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 启用已停用的用户
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 停用用户；所有登录失效
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 替换用户的全部授权
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 重置密码；新的初始密码只返回这一次，所有登录失效
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        /**
         * 提前解除锁定
         * @description 需要权限：用户与授权管理（system:users）
         */
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
        AddLateFeeRateDto: {
            /**
             * 日利率
             * @description Share of the open principal per day: '0.0005' is 0.05 %.
             */
            dailyRate: string;
            /**
             * 开始日期
             * Format: date
             */
            startsOn: string;
        };
        AddRateVersionDto: {
            /**
             * 基准人数
             * @description People of a household that the tiers are made for; every one more widens the tiers that grow.
             */
            basePersons?: number | null;
            /**
             * 开始日期
             * Format: date
             * @description First day of the price.
             */
            startsOn: string;
            /**
             * 附加费
             * @description 附加费: yuan per object and month on top.
             */
            surcharge?: string | null;
            /**
             * 阶梯
             * @description 阶梯, for 按表计量 only, the smallest use first; empty where every unit costs the same.
             */
            tiers?: components["schemas"]["RateTierDto"][];
            /**
             * 单价
             * @description Yuan per unit (m², household, piece, unit of use) and month; for tiered prices left out or that of the first tier.
             */
            unitPrice?: string | null;
        };
        AddTransferOwnerDto: {
            /** 通讯地址 */
            address?: string | null;
            /**
             * 自定义资料
             * @description What the project keeps of its customers in addition; mandatory attributes are demanded.
             */
            attributes?: components["schemas"]["AttributeValueDto"][] | null;
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
            /**
             * 产权份额
             * @description Per cent.
             */
            share?: string | null;
            /** 版本 */
            version: number;
        };
        AdvanceRequestDto: {
            /**
             * 处理结果
             * @description What was answered, or why it was refused; needed to finish.
             */
            result?: string | null;
            /**
             * 状态
             * @enum {string}
             */
            state: "OPEN" | "IN_PROGRESS" | "DONE" | "REJECTED";
        };
        AgeingDto: {
            charges: number;
            /** @description e.g. 1–30 天 */
            label: string;
            openFen: number;
        };
        AllocationDto: {
            /** @description What goes to the late fees of charges. */
            lateFees: components["schemas"]["AllocationLineDto"][];
            /** @description What is left when everything open is paid. */
            leftFen: number;
            lines: components["schemas"]["AllocationLineDto"][];
            /** @description The rule used, in words. */
            rule: string;
        };
        AllocationLineDto: {
            amountFen: number;
            chargeId: string;
        };
        AllocationRequestDto: {
            /** 金额 */
            amountFen: number;
            /**
             * 应收
             * @description Only these charges; all open ones of the payer when left out.
             */
            chargeIds?: string[];
            /**
             * 含违约金
             * @description Late fees that accrued on the charges until today are paid too, before their principal (LAW-11).
             */
            lateFees?: boolean;
            /**
             * 收费对象
             * Format: uuid
             */
            payerId: string;
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
        ApprovalDto: {
            /** @description Whether the caller may decide it now. */
            canDecide: boolean;
            /** @description Whether the caller may withdraw it now. */
            canWithdraw: boolean;
            createdAt: string;
            decidedAt: string | null;
            decidedByName: string | null;
            id: string;
            /** @enum {string} */
            kind: "room.areas" | "room.split" | "room.merge" | "room.transfer" | "billing.waiver" | "billing.large-waiver" | "period.reopen" | "billing.refund" | "billing.write-off" | "data.export";
            /** @description What would change, for the approver to read. */
            lines: components["schemas"]["ApprovalLineDto"][];
            note: string | null;
            reason: string;
            requestedBy: string;
            requestedByName: string;
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            subjectId: string;
            /** @description Kind and id of the thing it is about, e.g. room. */
            subjectType: string;
            /** @description What is asked for, in a sentence. */
            title: string;
        };
        ApprovalLineDto: {
            after: string | null;
            before: string | null;
            label: string;
        };
        ApprovalPageDto: {
            items: components["schemas"]["ApprovalDto"][];
            nextCursor: string | null;
        };
        ApproveApplicationDto: {
            /** 授权 */
            memberships: components["schemas"]["MembershipInput"][];
            /** 审批意见 */
            note?: string;
        };
        ApproveDto: {
            /** 审批意见 */
            note?: string | null;
        };
        AreaChangeDto: {
            approvalId: string;
            /** @description What was confirmed with the request. */
            warnings: string[];
        };
        AreaHistoryDto: {
            pending: components["schemas"]["PendingAreaChangeDto"] | null;
            /** @description Empty for a room whose areas never changed: its own areas hold for ever. */
            versions: components["schemas"]["AreaVersionDto"][];
        };
        AreaVersionDto: {
            /** @description Who approved it; null for an import and for what held before the first change. */
            approvedByName: string | null;
            buildingArea: string;
            chargeArea: string;
            createdAt: string;
            /** @description Whether it holds today. */
            current: boolean;
            /** @description Last day; null for the latest. */
            endsOn: string | null;
            id: string;
            innerArea: string | null;
            reason: string | null;
            /** @description Who asked for it, or imported it; null for what held before the first change. */
            requestedByName: string | null;
            sharedArea: string | null;
            /** @description First day; 1900-01-01 for what held before the first change. */
            startsOn: string;
            usableArea: string | null;
        };
        ArrearDto: {
            charges: number;
            /** @description Since the oldest due date; 0 when not yet late. */
            daysLate: number;
            /** @description Owners who are liable beside a payer who is no owner himself (LAW-03). */
            jointlyLiable: components["schemas"]["DebtorDto"][];
            mobileMasked: string | null;
            /** @description Service months owed, oldest first. */
            months: string[];
            oldestDueOn: string;
            /** @description Principal. */
            openFen: number;
            payerId: string;
            payerName: string;
            payerNumber: string;
            roomCode: string;
            roomId: string;
        };
        ArrearPageDto: {
            items: components["schemas"]["ArrearDto"][];
            nextCursor: string | null;
        };
        ArrearTotalsDto: {
            /** @description By days past due. */
            ageing: components["schemas"]["AgeingDto"][];
            charges: number;
            openFen: number;
            payers: number;
            rooms: number;
            /** @description Rooms with a payer who owes. */
            rows: number;
        };
        AsOfAreasDto: {
            buildingArea: string;
            chargeArea: string;
            innerArea: string | null;
            usableArea: string | null;
        };
        AsOfCustomerRoomDto: {
            authority: string | null;
            headId: string | null;
            headName: string | null;
            isPrimaryContact: boolean;
            /** @enum {string|null} */
            kinship: "OTHER" | "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | null;
            relationId: string;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            roomCode: string;
            roomId: string;
            roomName: string;
            share: string | null;
            startsOn: string;
        };
        AsOfDutyDto: {
            /** @enum {string} */
            basis: "ITEM" | "OWNER" | "DEVELOPER" | "ALL";
            /** @description With `isGeneral` the items others pay, else the items he pays. */
            feeItemNames: string[];
            /** @description He pays for every item but those for which others are named. */
            isGeneral: boolean;
            roomCode: string;
            roomId: string;
        };
        AsOfPayerDto: {
            /**
             * @description Why it is he; null when it is nobody.
             * @enum {string|null}
             */
            basis: "ITEM" | "OWNER" | "DEVELOPER" | "ALL" | null;
            /** @description Null: every item without a line of its own. */
            feeItemId: string | null;
            feeItemName: string | null;
            /** @description Owners who are liable beside him (LAW-03). */
            jointly: components["schemas"]["AsOfPersonDto"][];
            /** @description Null: nobody is named and it follows from nothing (CUS-09). */
            payer: components["schemas"]["AsOfPersonDto"] | null;
        };
        AsOfPersonDto: {
            customerId: string;
            customerName: string;
            customerNumber: string;
        };
        AsOfRateDto: {
            /** @description The price was agreed for this room alone. */
            agreed: boolean;
            /** @enum {string} */
            areaKind: "BUILDING" | "CHARGE" | "INNER" | "USABLE";
            /** @enum {string} */
            base: "METERED" | "AREA" | "COUNT" | "HOUSEHOLD" | "FIXED" | "FORMULA";
            /** @enum {string} */
            cycle: "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";
            feeItemId: string;
            feeItemName: string;
            /** @description Agreed quantity instead of area or household. */
            quantity: string | null;
            rateId: string;
            rateName: string;
            /** @description Yuan per month on top. */
            surcharge: string | null;
            /** @description Yuan per unit and month: agreed for this room, else that of the version in force; null when no version is. */
            unitPrice: string | null;
        };
        AsOfRelationDto: {
            authority: string | null;
            customerId: string;
            /** @enum {string} */
            customerKind: "PERSON" | "COMPANY";
            /** @description As it is written now. */
            customerName: string;
            customerNumber: string;
            /** @description Whose household a family member belongs to. */
            headId: string | null;
            headName: string | null;
            isPrimaryContact: boolean;
            /** @enum {string|null} */
            kinship: "OTHER" | "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | null;
            relationId: string;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            /** @description Per cent. */
            share: string | null;
            /** @description First day of this state. */
            startsOn: string;
        };
        AttachmentDto: {
            /** @description image/jpeg, image/png, image/webp or application/pdf; found from the content. */
            contentType: string;
            createdAt: string;
            createdByName: string;
            height: number | null;
            id: string;
            kind: string;
            /** @description The kind in Chinese. */
            kindLabel: string;
            /** @description As the person who uploaded it named it; only to be shown. */
            name: string;
            ownerId: string;
            ownerType: string;
            /** @description Bytes. */
            size: number;
            /** @description Pixels; null for what is no picture. Pictures have a thumbnail. */
            width: number | null;
        };
        AttachmentsDto: {
            items: components["schemas"]["AttachmentDto"][];
        };
        AttributeChoiceDto: {
            /**
             * 选项编号
             * Format: uuid
             * @description Left out for a new one.
             */
            id?: string | null;
            /** 选项名称 */
            name: string;
        };
        AttributeDto: {
            active: boolean;
            choices: components["schemas"]["StoredChoiceDto"][];
            id: string;
            mandatory: boolean;
            name: string;
            /** @enum {string} */
            owner: "ROOM" | "CUSTOMER";
            searchable: boolean;
            sort: number;
            /** @enum {string} */
            type: "TEXT" | "NUMBER" | "DATE" | "CHOICE" | "CHOICES" | "FLAG";
        };
        AttributesDto: {
            items: components["schemas"]["AttributeDto"][];
        };
        AttributeUseDto: {
            id: string;
            used: number;
        };
        AttributeUsesDto: {
            items: components["schemas"]["AttributeUseDto"][];
        };
        AttributeValueDto: {
            /**
             * 自定义资料
             * Format: uuid
             */
            definitionId: string;
            /** 值 */
            values: string[];
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
        BankDepositDto: {
            account: string;
            amountFen: number;
            /** @description Why it does not count any more; null while it does. */
            cancelReason: string | null;
            createdAt: string;
            depositedOn: string;
            id: string;
            recordedByName: string;
            remark: string | null;
            shiftNo: string | null;
            slipNo: string;
            takingsOn: string;
        };
        BankDepositPageDto: {
            items: components["schemas"]["BankDepositDto"][];
            nextCursor: string | null;
        };
        BillingSettingsDto: {
            /**
             * 违约金提示上限
             * @description A late-fee scheme that can pass this share of the principal is warned about (BIL-51, LAW-12): '0.3' is 30 %.
             */
            lateFeeCeiling: string;
            /**
             * 减免审批限额
             * @description A waiver above this sum is decided by somebody with the right for large waivers (BIL-42), in fen.
             */
            waiverLimitFen: number;
        };
        BindingAssignmentDto: {
            /**
             * 收费标准绑定
             * Format: uuid
             */
            bindingId: string;
            /** 分配给 */
            targets: components["schemas"]["BindingTargetDto"][];
        };
        BindingConflictDto: {
            bindingId: string;
            endsOn: string | null;
            rateName: string;
            startsOn: string;
        };
        BindingDto: {
            /** @description Last day billed through it; null while nothing was. */
            billedTo: string | null;
            endsOn: string | null;
            feeItemId: string;
            feeItemName: string;
            id: string;
            overrideReason: string | null;
            quantity: string | null;
            rateId: string;
            rateName: string;
            roomCode: string;
            roomId: string;
            roomName: string;
            startsOn: string;
            unitPrice: string | null;
        };
        BindingPageDto: {
            items: components["schemas"]["BindingDto"][];
            total: number;
        };
        BindingPreviewDto: {
            /** @description Rooms that have an overlapping binding of the same item. */
            conflictCount: number;
            /** @description Rooms that will be bound. */
            createCount: number;
            /** @description A full month of all rooms that will be bound, in fen. */
            monthlyFen: number;
            /** @description Conflicts first, then the rooms by code; at most 500. */
            rows: components["schemas"]["BindingPreviewRowDto"][];
            /** @description What deserves a word, in Chinese, e.g. rooms without an area. */
            warnings: string[];
        };
        BindingPreviewRowDto: {
            /** @description Area of the kind that the rate reads, m²; null for rates that read none, or where the room has none. */
            area: string | null;
            /** @description The overlapping binding of the same item that stands in the way; null when the room will be bound. */
            conflict: components["schemas"]["BindingConflictDto"] | null;
            /** @description A full month, in fen; null when no price is in force on the first day. */
            monthlyFen: number | null;
            roomCode: string;
            roomId: string;
            roomName: string;
        };
        BindingTargetDto: {
            /**
             * 新房间
             * @description Place of the new room in `parts`, from 0.
             */
            part: number;
            /**
             * 数量
             * @description Demanded by standards that count pieces; a quantity of the old room is never copied.
             */
            quantity?: string | null;
        };
        BindRoomsDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day; empty while it lasts.
             */
            endsOn?: string | null;
            /** 约定原因 */
            overrideReason?: string | null;
            /**
             * 数量
             * @description Pieces of a rate by count (then required); for other rates an agreed quantity instead of area or household.
             */
            quantity?: string | null;
            /**
             * 收费标准
             * Format: uuid
             */
            rateId: string;
            /** 房间 */
            rooms: components["schemas"]["RoomSelectionDto"];
            /**
             * 跳过冲突
             * @description Leaves out rooms that have an overlapping binding of the same item; otherwise one such room refuses all.
             */
            skipConflicts?: boolean;
            /**
             * 开始日期
             * Format: date
             */
            startsOn: string;
            /**
             * 约定单价
             * @description Yuan per unit and month instead of the price of the rate.
             */
            unitPrice?: string | null;
        };
        BindRoomsResultDto: {
            createdCount: number;
            /** @description Rooms left out because of an overlapping binding. */
            skippedCount: number;
        };
        BookNumberDto: {
            /** @description In fen; null for spoiled papers. */
            amountFen: number | null;
            byName: string;
            day: string;
            id: string;
            no: number;
            reason: string | null;
            /** @description The receipt it stands on; null for refunds and spoiled papers. */
            receiptId: string | null;
            /** @enum {string} */
            state: "USED" | "VOID" | "SPOILED";
            text: string;
        };
        BookNumberPageDto: {
            items: components["schemas"]["BookNumberDto"][];
            nextCursor: string | null;
        };
        BuildingDto: {
            code: string;
            floors: number | null;
            hasLift: boolean | null;
            id: string;
            /** @enum {string} */
            kind: "OTHER" | "OFFICE" | "RESIDENTIAL" | "COMMERCIAL" | "GARAGE";
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
        CancelBankDepositDto: {
            /** 作废原因 */
            reason: string;
        };
        CancelPrepaymentRefundDto: {
            /** 取消原因 */
            reason: string;
        };
        CancelTransferDto: {
            /** 作废原因 */
            reason: string;
            /** 版本 */
            version: number;
        };
        CashierDto: {
            id: string;
            name: string;
        };
        CashiersDto: {
            items: components["schemas"]["CashierDto"][];
        };
        ChangeAreasDto: {
            /**
             * 建筑面积
             * @description m², e.g. 94.56
             */
            buildingArea: string;
            /**
             * 收费面积
             * @description m²; what is charged by area is charged by it.
             */
            chargeArea: string;
            /**
             * 我已核对以上提醒，仍要提交
             * @description Asks although there are warnings (charged area over building area, first day in a closed month). Without it such
             *     a request is answered 409 AREA_WARNINGS with the sentences in `details.warnings`.
             */
            confirmWarnings?: boolean | null;
            /**
             * 套内面积
             * @description m²; at most the building area. What is left of that is the common part (公摊面积).
             */
            innerArea?: string | null;
            /**
             * 变更原因
             * @description e.g. 实测面积报告 2026-118
             */
            reason: string;
            /**
             * 生效日期
             * Format: date
             * @description First day of the new areas, e.g. 2026-12-01.
             */
            startsOn: string;
            /**
             * 使用面积
             * @description m²; at most the building area.
             */
            usableArea?: string | null;
        };
        ChangeKeyDataDto: {
            /**
             * 证件号码
             * @description Checked by its kind. Left out: unchanged.
             */
            idNumber?: string | null;
            /**
             * 证件名称
             * @enum {string}
             */
            idType: "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | "OTHER";
            /**
             * 主要电话
             * @description The main telephone. Left out: unchanged.
             */
            mainPhone?: string | null;
            /** 客户名称 */
            name: string;
            /**
             * 电话核实方式
             * @description How it was made sure that the new main telephone is the customer's; needed when it changes.
             * @enum {string|null}
             */
            phoneCheck?: "CODE" | "CALL" | "IN_PERSON" | "DOCUMENT" | null;
            /** 修改原因 */
            reason: string;
        };
        ChangePasswordDto: {
            /** 当前密码 */
            current: string;
            /** 新密码 */
            next: string;
        };
        ChangeRelationDto: {
            /**
             * 代理权限
             * @description Agents.
             */
            authority?: string | null;
            /**
             * 生效日期
             * Format: date
             * @description First day of the new state; a day on which the relation holds.
             */
            from: string;
            /**
             * 户主
             * Format: uuid
             * @description Family members: the owner or tenant whose household they belong to.
             */
            headId?: string | null;
            /** 首要联系人 */
            isPrimaryContact?: boolean | null;
            /**
             * 与业主关系
             * @description Family members.
             * @enum {string|null}
             */
            kinship?: "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | "OTHER" | null;
            /** 变更原因 */
            reason: string;
            /**
             * 与房间的关系
             * @description Left out: unchanged.
             * @enum {string|null}
             */
            role?: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER" | null;
            /**
             * 产权份额
             * @description Per cent; owners only. Several owners change theirs together: `PUT rooms/:roomId/owners`.
             */
            share?: string | null;
        };
        ChangeVehicleRelationDto: {
            /**
             * 停放方式
             * @enum {string}
             */
            kind: "MONTHLY" | "OWNED" | "INTERNAL" | "FREE";
            /**
             * 主副车
             * @enum {string}
             */
            rank: "MAIN" | "SECOND";
            /**
             * 房间
             * Format: uuid
             */
            roomId?: string | null;
            /**
             * 车位
             * Format: uuid
             */
            spaceId?: string | null;
            /**
             * 变更日期
             * Format: date
             * @description First day of the change; after the first day of the relation.
             */
            startsOn: string;
        };
        ChargeDetailDto: {
            amountFen: number;
            /** @description Month it was booked in. */
            bookedPeriod: string;
            createdAt: string;
            dueOn: string;
            entries: components["schemas"]["ChargeEntryDto"][];
            /** @description 为什么是这个金额: sentences, empty for charges entered by hand without a word. */
            explanation: string[];
            feeItemId: string;
            feeItemName: string;
            id: string;
            /** @description Offset by prepayments. */
            offsetFen: number;
            openFen: number;
            overdue: boolean;
            payerId: string;
            payerName: string;
            /** @description Service month. */
            period: string;
            quantity: string | null;
            rateName: string | null;
            receivedFen: number;
            /** @description Waived and adjusted away. */
            reducedFen: number;
            remark: string | null;
            reversedFen: number;
            roomCode: string;
            roomId: string;
            runId: string | null;
            serviceFrom: string;
            serviceTo: string;
            /** @enum {string} */
            source: "RUN" | "METER" | "MANUAL" | "IMPORT" | "LATE_FEE";
            /** @enum {string} */
            status: "OPEN" | "PARTIAL" | "SETTLED" | "REDUCED" | "REVERSED";
            unitPrice: string | null;
        };
        ChargeDto: {
            amountFen: number;
            /** @description Month it was booked in. */
            bookedPeriod: string;
            dueOn: string;
            feeItemId: string;
            feeItemName: string;
            id: string;
            /** @description Offset by prepayments. */
            offsetFen: number;
            openFen: number;
            overdue: boolean;
            payerId: string;
            payerName: string;
            /** @description Service month. */
            period: string;
            quantity: string | null;
            rateName: string | null;
            receivedFen: number;
            /** @description Waived and adjusted away. */
            reducedFen: number;
            remark: string | null;
            reversedFen: number;
            roomCode: string;
            roomId: string;
            runId: string | null;
            serviceFrom: string;
            serviceTo: string;
            /** @enum {string} */
            source: "RUN" | "METER" | "MANUAL" | "IMPORT" | "LATE_FEE";
            /** @enum {string} */
            status: "OPEN" | "PARTIAL" | "SETTLED" | "REDUCED" | "REVERSED";
            unitPrice: string | null;
        };
        ChargeEntryDto: {
            /** @description Effect on what is owed, in fen: money received is negative. */
            amountFen: number;
            bookedOn: string;
            createdAt: string;
            createdByName: string | null;
            id: string;
            /** @enum {string} */
            kind: "RECEIPT" | "OFFSET" | "ADJUSTMENT" | "WAIVER" | "REVERSAL";
            reason: string | null;
            receiptId: string | null;
            receiptNo: string | null;
        };
        ChargePageDto: {
            items: components["schemas"]["ChargeDto"][];
            nextCursor: string | null;
        };
        ChargeTotalsDto: {
            amountFen: number;
            count: number;
            offsetFen: number;
            openFen: number;
            receivedFen: number;
            reducedFen: number;
            reversedFen: number;
        };
        CheckFormulaDto: {
            /**
             * 计费公式
             * @description E.g. 最大(收费面积, 60) × 单价 + 附加费.
             */
            formula: string;
            /**
             * 数量
             * @description 1 when left out.
             */
            quantity?: string | null;
            /**
             * 房间
             * Format: uuid
             * @description The room of the example; the first of the project when left out.
             */
            roomId?: string | null;
            /** 附加费 */
            surcharge?: string | null;
            /** 单价 */
            unitPrice?: string | null;
        };
        ChecklistDto: {
            /** @description Nothing blocks. */
            closable: boolean;
            items: components["schemas"]["CloseCheckDto"][];
            /** @description Something must be confirmed in so many words. */
            needsConfirmation: boolean;
            period: string;
            /** @enum {string} */
            status: "OPEN" | "CLOSED" | "CLOSING";
        };
        CheckReceiptBookDto: {
            /** 核销说明 */
            note?: string | null;
        };
        CloseCheckDto: {
            count: number;
            /** @description What was found, or that nothing was. */
            detail: string;
            /** @description First findings, for the console to show. */
            examples: string[];
            /** @enum {string} */
            key: "EARLIER_OPEN" | "RUNS_IN_PROGRESS" | "DIFFERENCES" | "BINDINGS_WITHOUT_CHARGES" | "SHARES_OPEN" | "RUNS_UNPUBLISHED" | "METERS_OPEN" | "OFFSET_PENDING" | "RED_NOT_REFUNDED" | "SHIFTS_OPEN" | "DEBIT_UNRETURNED" | "IMPORTS_OPEN" | "MONTH_NOT_OVER";
            /** @enum {string} */
            severity: "WARN" | "OK" | "BLOCK";
            title: string;
        };
        ClosePeriodDto: {
            /**
             * 已知晓提醒并确认月结
             * @description The reminders of the checklist were read and are accepted.
             */
            confirm?: boolean;
        };
        CloseShiftDto: {
            /**
             * 实点现金
             * @description Cash in the till, float included, in fen.
             */
            countedFen: number;
            /**
             * 差异原因
             * @description Required when cash counted differs from cash expected.
             */
            differenceReason?: string | null;
            /**
             * 留存备用金
             * @description Of the cash counted: what stays in the till for the next shift, in fen; the rest goes to the bank.
             */
            leftFen: number;
            /**
             * 点钞明细
             * @description Notes and coins; when given they come to the cash counted.
             */
            notes: components["schemas"]["CountedNotesDto"][];
        };
        CollectedFieldsDto: {
            notCollected: ("sex" | "idNumber" | "registeredPlace" | "emergencyName" | "emergencyPhone")[];
        };
        CollectionFiguresDto: {
            /** @description 往期清欠率 */
            arrearsRate: string | null;
            /** @description Owed when the month ends. */
            closingFen: number;
            collectedArrearsFen: number;
            /** @description Collected for the month, earlier money for it included. */
            collectedFen: number;
            /** @description 综合收缴率 */
            combinedRate: string | null;
            /** @description 当期收缴率, per cent with two places; null when there was nothing to collect. */
            currentRate: string | null;
            /** @description Owed from earlier months when the month began, their adjustments taken off. */
            openingFen: number;
            /** @description Receivable of the month: booked in it, adjustments and reversals of it taken off. */
            receivableFen: number;
            /** @description 户数收缴率 */
            roomRate: string | null;
            /** @description Rooms charged in the month. */
            rooms: number;
            /** @description Of them, rooms that have paid the month in full. */
            roomsPaid: number;
            waivedArrearsFen: number;
            /** @description Waived of the month's receivable. */
            waivedFen: number;
        };
        CollectionRateDto: {
            /** @description Figures of a closed month are those of its snapshot. */
            closed: boolean;
            /** @description How the rates are computed, in words. */
            formulas: string[];
            period: string;
            rows: components["schemas"]["CollectionRateRowDto"][];
            total: components["schemas"]["CollectionFiguresDto"];
        };
        CollectionRateRowDto: {
            /** @description 往期清欠率 */
            arrearsRate: string | null;
            /** @description Owed when the month ends. */
            closingFen: number;
            collectedArrearsFen: number;
            /** @description Collected for the month, earlier money for it included. */
            collectedFen: number;
            /** @description 综合收缴率 */
            combinedRate: string | null;
            /** @description 当期收缴率, per cent with two places; null when there was nothing to collect. */
            currentRate: string | null;
            /** @description Building or fee item. */
            id: string;
            name: string;
            /** @description Owed from earlier months when the month began, their adjustments taken off. */
            openingFen: number;
            /** @description Receivable of the month: booked in it, adjustments and reversals of it taken off. */
            receivableFen: number;
            /** @description 户数收缴率 */
            roomRate: string | null;
            /** @description Rooms charged in the month. */
            rooms: number;
            /** @description Of them, rooms that have paid the month in full. */
            roomsPaid: number;
            waivedArrearsFen: number;
            /** @description Waived of the month's receivable. */
            waivedFen: number;
        };
        CommitImportDto: {
            /**
             * 决定
             * @description Codes of the decisions the operator agreed to; every open one, and no others.
             */
            decisions: string[];
        };
        CompleteInspectionDto: {
            /**
             * 未签字原因
             * @description Demanded when the one who takes over has not signed this version.
             */
            unsignedReason?: string | null;
            /** 版本 */
            version: number;
        };
        CompletenessDto: {
            completeRooms: number;
            /** @description Branches of the directory that do not reach the four levels (PRP-03), at most 50. */
            directoryGaps: components["schemas"]["DirectoryGapDto"][];
            /** @description One month before the move-in. */
            dueOn: string | null;
            /** @description Number of rooms that lack each mandatory field; fields nobody lacks are left out. */
            missing: components["schemas"]["MissingFieldDto"][];
            moveInOn: string | null;
            /** @description Past due with data missing. */
            overdue: boolean;
            rooms: number;
        };
        ConfirmShareDto: {
            /**
             * 预览标识
             * @description `fingerprint` of the preview: rooms, areas or amount that changed since then refuse.
             */
            fingerprint: string;
        };
        ConsentEntryDto: {
            /** @enum {string} */
            action: "WITHDRAWN" | "GIVEN";
            id: string;
            noticeVersion: string | null;
            on: string;
            /**
             * @description null: the privacy notice was given.
             * @enum {string|null}
             */
            purpose: "FACE" | "MARKETING" | "DEBIT_ACCOUNT" | "MINOR" | null;
            recordedByName: string;
            remark: string | null;
            /** @enum {string} */
            way: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
        };
        ConsentsDto: {
            /** @description The version in force today; null when the project has none. */
            currentVersion: string | null;
            /** @description The latest first, at most 200. */
            entries: components["schemas"]["ConsentEntryDto"][];
            /** @description The version last given to him. */
            givenVersion: string | null;
            states: components["schemas"]["ConsentStateDto"][];
        };
        ConsentStateDto: {
            /**
             * @description null: never asked.
             * @enum {string|null}
             */
            action: "WITHDRAWN" | "GIVEN" | null;
            /** @enum {string} */
            purpose: "FACE" | "MARKETING" | "DEBIT_ACCOUNT" | "MINOR";
            since: string | null;
        };
        ContractorDefectsDto: {
            closed: number;
            contractor: string;
            fixed: number;
            /** @description Days the oldest one that is not closed has been there; null when all are closed. */
            oldestDays: number | null;
            open: number;
            overdue: number;
        };
        ContractorsDto: {
            items: components["schemas"]["ContractorDefectsDto"][];
        };
        CorrectChargeDto: {
            /**
             * 正确金额
             * @description What the charge should have been.
             */
            amountFen: number;
            /**
             * 客户联已收回
             * @description Printed receipts of a book were taken back.
             */
            copyReturned?: boolean | null;
            /**
             * 多收的金额
             * @enum {string}
             */
            difference: "PREPAYMENT" | "REFUND";
            /**
             * 新应收编号
             * Format: uuid
             * @description Id of the new charge, chosen by the client: a retry corrects once.
             */
            id: string;
            /** 更正原因 */
            reason: string;
        };
        CorrectedReceiptDto: {
            amountFen: number;
            bookedOn: string;
            /** @description What of it paid the wrong charge. */
            paidFen: number;
            receiptNo: string;
        };
        CorrectionDto: {
            chargeId: string;
            feeItemName: string;
            newAmountFen: number;
            /** @description The new charge. */
            newChargeId: string;
            oldAmountFen: number;
            /** @description Still owed of the new charge. */
            openFen: number;
            /** @description Paid more than right: to a prepayment, or paid back. */
            overpaidFen: number;
            /** @description Paid on the wrong charge, by money or prepayment. */
            paidFen: number;
            period: string;
            receiptNos: string[];
            receipts: components["schemas"]["CorrectedReceiptDto"][];
            redReceiptNos: string[];
            roomCode: string;
        };
        CorrectionPreviewDto: {
            chargeId: string;
            feeItemName: string;
            newAmountFen: number;
            oldAmountFen: number;
            /** @description Still owed of the new charge. */
            openFen: number;
            /** @description Paid more than right: to a prepayment, or paid back. */
            overpaidFen: number;
            /** @description Paid on the wrong charge, by money or prepayment. */
            paidFen: number;
            period: string;
            receipts: components["schemas"]["CorrectedReceiptDto"][];
            roomCode: string;
        };
        CorrectReadingDto: {
            /** 更正原因 */
            correction: string;
            /**
             * 估抄
             * @description Nobody could read it: a value that was reckoned (估抄).
             */
            estimated?: boolean;
            /**
             * 费用月份
             * @description The month the use belongs to; left out: that of the day.
             */
            period?: string;
            /**
             * 抄表日期
             * Format: date
             */
            readOn: string;
            /**
             * 异常说明
             * @description Confirms what is unusual about it: zero, far above before, estimated, rolled over.
             */
            reason?: string | null;
            /**
             * 已翻转
             * @description Confirms that the meter passed its last number (翻转): without it a lower reading is refused.
             */
            rolledOver?: boolean;
            /** 本次读数 */
            value: string;
        };
        CorrectRelationDto: {
            /**
             * 代理权限
             * @description Agents only; left out: unchanged.
             */
            authority?: string | null;
            /**
             * 结束日期
             * Format: date
             * @description Left out: unchanged; null: open.
             */
            endsOn?: string | null;
            /**
             * 户主
             * Format: uuid
             * @description Family members only; left out: unchanged.
             */
            headId?: string | null;
            /** 首要联系人 */
            isPrimaryContact?: boolean | null;
            /**
             * 与业主关系
             * @description Family members only; left out: unchanged.
             * @enum {string|null}
             */
            kinship?: "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | "OTHER" | null;
            /** 更正原因 */
            reason: string;
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
        CountedNotesDto: {
            /** 张数 */
            count: number;
            /**
             * 面额
             * @enum {string}
             */
            denomination: "1" | "2" | "5" | "10" | "50" | "100" | "500" | "1000" | "2000" | "5000" | "10000";
        };
        CreateAttributeDto: {
            /**
             * 启用
             * @description Switched off it is neither shown nor asked for; what was stored stays.
             */
            active?: boolean | null;
            /**
             * 选项
             * @description 单选 and 多选 only, in the order shown; one that is in use cannot be left out.
             */
            choices?: components["schemas"]["AttributeChoiceDto"][] | null;
            /**
             * 必填
             * @description Must be filled whenever the data of a thing are saved.
             */
            mandatory?: boolean | null;
            /**
             * 名称
             * @description Unique among those of the same kind of thing.
             */
            name: string;
            /**
             * 用于
             * @enum {string}
             */
            owner: "ROOM" | "CUSTOMER";
            /**
             * 可筛选
             * @description Lists can be filtered by it.
             */
            searchable?: boolean | null;
            /**
             * 排序
             * @description Smaller ones stand first.
             */
            sort?: number | null;
            /**
             * 类型
             * @description Cannot change once a value is stored.
             * @enum {string}
             */
            type: "TEXT" | "NUMBER" | "DATE" | "CHOICE" | "CHOICES" | "FLAG";
        };
        CreateChargeDto: {
            /** 金额 */
            amountFen: number;
            /**
             * 应缴日期
             * Format: date
             */
            dueOn: string;
            /**
             * 收费项目
             * Format: uuid
             * @description An active item of kind 临时.
             */
            feeItemId: string;
            /**
             * 应收编号
             * Format: uuid
             */
            id: string;
            /**
             * 收费对象
             * Format: uuid
             * @description Empty: who pays for the room and item on the first day of service.
             */
            payerId?: string | null;
            /** 说明 */
            remark: string;
            /**
             * 房间
             * Format: uuid
             */
            roomId: string;
            /**
             * 服务开始日期
             * Format: date
             */
            serviceFrom: string;
            /**
             * 服务结束日期
             * Format: date
             */
            serviceTo: string;
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
             * 自定义资料
             * @description What the project keeps of its customers in addition; mandatory attributes are demanded.
             */
            attributes?: components["schemas"]["AttributeValueDto"][] | null;
            /**
             * 代理权限
             * @description Agents: what they may do, for whom.
             */
            authority?: string | null;
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
             * @description Companies only: the first person to talk to.
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
             * 结束日期
             * Format: date
             * @description Last day, e.g. of a tenancy or an authority.
             */
            endsOn?: string | null;
            /**
             * 监护人同意
             * @description Children under 14 who do not own the room: a guardian's consent, unless one is recorded already (LAW-33).
             */
            guardianConsent?: components["schemas"]["SaveGuardianConsentDto"] | null;
            /**
             * 户主
             * Format: uuid
             * @description Family members: the owner or tenant of the room whose household they belong to (CUS-04).
             */
            headId?: string | null;
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
        CreateDepositDto: {
            /** 押金金额 */
            amountFen: number;
            /**
             * 应缴日期
             * Format: date
             * @description Today when left out.
             */
            dueOn?: string | null;
            /**
             * 押金项目
             * Format: uuid
             * @description Of kind 押金: it is the type of the deposit.
             */
            feeItemId: string;
            /**
             * 押金编号
             * Format: uuid
             * @description Chosen by the client when its form opens, so that a retry registers once.
             */
            id: string;
            /**
             * 押金用途
             * @enum {string}
             */
            object: "ROOM" | "DECORATION" | "PASS" | "LEASE" | "OTHER";
            /**
             * 关联单号
             * @description Number of the decoration, pass or lease it belongs to.
             */
            objectRef?: string | null;
            /**
             * 交纳人
             * Format: uuid
             * @description Who pays; the room's payer when left out.
             */
            payerId?: string | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 房间
             * Format: uuid
             */
            roomId: string;
        };
        CreateInspectionDto: {
            /**
             * 立即开始
             * @description Begins at once: the template of the room's layout is copied.
             */
            begin?: boolean | null;
            /** 更正原因 */
            correctionReason?: string | null;
            /**
             * 更正的验收单
             * Format: uuid
             * @description The completed inspection this one corrects; it becomes void when this one is completed (PRP-09).
             */
            correctsId?: string | null;
            /**
             * 验收日期
             * Format: date
             */
            inspectedOn: string;
            /**
             * 验收人
             * @description Who inspects for the management.
             */
            inspectorName: string;
            /**
             * 房间
             * Format: uuid
             */
            roomId: string;
            /**
             * 客户编号
             * Format: uuid
             * @description The customer who takes over, when he is one already.
             */
            takerId?: string | null;
            /** 接房人 */
            takerName: string;
            /**
             * 与房屋关系
             * @description What he is to the room, e.g. 业主.
             */
            takerRelation?: string | null;
        };
        CreateLateFeeSchemeDto: {
            /**
             * 启用
             * @description Switched off nothing accrues; what was booked stays.
             */
            active?: boolean | null;
            /**
             * 封顶（本金的几倍）
             * @description At most this share of the principal: '0.3' is 30 %; none when left out.
             */
            capShare?: string | null;
            /**
             * 计收违约金的收费项目
             * @description The items whose overdue charges bear late fees; an item is in one scheme at most, deposits in none.
             */
            chargedItemIds: string[];
            /**
             * 代收项目也计收
             * @description The supply contract allows late fees on what is collected for others (代收代付, BIL-54).
             */
            collectedAllowed?: boolean | null;
            /**
             * 日利率
             * @description Share of the open principal per day: '0.0005' is 0.05 %.
             */
            dailyRate: string;
            /**
             * 违约金记入的收费项目
             * Format: uuid
             * @description The one-off fee item that late fees are booked under.
             */
            feeItemId: string;
            /**
             * 宽限天数
             * @description Days after the due date before anything accrues.
             */
            graceDays: number;
            /**
             * 宽限期规则
             * @enum {string}
             */
            gracePolicy: "FREE" | "COUNTED";
            /** 方案名称 */
            name: string;
            /**
             * 开始日期
             * Format: date
             */
            startsOn: string;
        };
        CreateMeterDto: {
            /**
             * 楼栋
             * Format: uuid
             * @description The building of a public meter; left out for one of the whole project.
             */
            buildingId?: string | null;
            /**
             * 位数
             * @description Digits before the point: five digits turn over after 99999.
             */
            digits: number;
            /**
             * 收费项目
             * Format: uuid
             * @description The item its use is billed as; must be of kind 走表. Left out: the meter is read, never billed.
             */
            feeItemId?: string | null;
            /**
             * 安装日期
             * Format: date
             */
            installedOn: string;
            /**
             * 表类
             * @enum {string}
             */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /**
             * 倍率
             * @description 倍率: what one unit on the dial stands for.
             */
            multiplier: string;
            /**
             * 表号
             * @description Stamped on the device; unique among the meters of its kind that are in use.
             */
            no: string;
            /**
             * 年内已用量
             * @description Use of the same year before this system, which tiers by year begin with (年内已用量).
             */
            openingUse?: string | null;
            /**
             * 总表
             * Format: uuid
             * @description The master meter (总表) behind which it stands, for the loss report (BIL-25).
             */
            parentId?: string | null;
            /**
             * 安装位置
             * @description Where exactly: 厨房水槽下, 一层配电间.
             */
            position?: string | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 反转表
             * @description Counts backwards (反转表).
             */
            reverse: boolean;
            /**
             * 房间
             * Format: uuid
             * @description The room it counts for; left out for a public meter.
             */
            roomId?: string | null;
            /**
             * 抄表路线
             * @description The round on which it is read (抄表路线).
             */
            route?: string | null;
            /**
             * 起始读数
             * @description What it showed on the day it was installed (起始读数).
             */
            startReading: string;
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
            modules?: ("customer" | "property" | "billing" | "parking")[] | null;
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
        CreateRateDto: {
            /**
             * 面积
             * @description Read for 按面积 only (BIL-02).
             * @enum {string}
             */
            areaKind: "CHARGE" | "BUILDING" | "INNER" | "USABLE";
            /**
             * 计费方式
             * @enum {string}
             */
            base: "AREA" | "HOUSEHOLD" | "FIXED" | "COUNT" | "METERED" | "FORMULA";
            /**
             * 月中变更
             * @description When a price changed inside a month takes effect (BIL-13).
             * @enum {string}
             */
            changePolicy: "SPLIT_DAYS" | "NEXT_MONTH";
            /**
             * 计费周期
             * @enum {string}
             */
            cycle: "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";
            /**
             * 应缴日
             * @description The day (1–31) or the number of days of the due rule.
             */
            dueDays: number;
            /**
             * 应缴日规则
             * @enum {string}
             */
            dueRule: "DAY_OF_MONTH" | "DAY_OF_NEXT_MONTH" | "DAYS_AFTER_ISSUE" | "END_OF_PERIOD";
            /**
             * 收费项目
             * Format: uuid
             */
            feeItemId: string;
            /**
             * 计费公式
             * @description What a month costs, in yuan, for 按公式 only: numbers, + − × ÷, brackets, 最大(…), 最小(…) and the names 收费面积, 建筑面积,
             *     套内面积, 使用面积, 数量, 单价, 附加费 and the user-defined numbers of rooms. E.g. 最大(收费面积, 60) × 单价 + 附加费.
             */
            formula?: string | null;
            /**
             * 定价依据
             * @description Contract or filed price (LAW-14).
             */
            legalBasis?: string | null;
            /**
             * 最少缴费月数
             * @description Fewest months to pay at a time, shown at the desk.
             */
            minimumMonths?: number | null;
            /**
             * 标准名称
             * @description Unique among the rates of the fee item.
             */
            name: string;
            /**
             * 不足一月
             * @description What a broken month costs (BIL-10).
             * @enum {string}
             */
            proration: "ACTUAL_DAYS" | "FIXED_30" | "HALF_MONTH" | "WHOLE_MONTH" | "FROM_NEXT_MONTH";
            /**
             * 取整方式
             * @enum {string}
             */
            roundingMode: "HALF_UP" | "HALF_EVEN" | "CEIL" | "FLOOR";
            /**
             * 取整单位
             * @description Unit in yuan every line is rounded to (BIL-30).
             * @enum {string}
             */
            roundingUnit: "1" | "0.01" | "0.1";
            /**
             * 阶梯累计
             * @description What tiers count over, for 按表计量 with tiers (BIL-21): left out means by month.
             * @enum {string|null}
             */
            tierBasis?: "MONTH" | "CYCLE" | "YEAR" | null;
            /**
             * 出账时间
             * @enum {string}
             */
            timing: "PREPAID" | "POSTPAID";
            /** 价格 */
            version: components["schemas"]["AddRateVersionDto"];
        };
        CreateReceiptBookDto: {
            /** 起始号码 */
            firstNo: number;
            /**
             * 领用人
             * Format: uuid
             * @description Whose papers they are; null for everybody at the desk.
             */
            issuedToId?: string | null;
            /**
             * 票据类型
             * @enum {string}
             */
            kind: "RECEIPT" | "REFUND";
            /** 截止号码 */
            lastNo: number;
            /**
             * 票据前缀
             * @description What the numbers begin with, e.g. A2026-.
             */
            prefix: string;
            /**
             * 号码位数
             * @description Digits of the number, padded with zeros: 6 makes 000001.
             */
            width: number;
        };
        CreateRelationDto: {
            /**
             * 作为收费对象
             * @description Makes the customer the payer of the room for all fee items from that day on.
             */
            asPayer?: boolean | null;
            /**
             * 代理权限
             * @description Agents: what they may do, for whom.
             */
            authority?: string | null;
            /**
             * 客户
             * Format: uuid
             */
            customerId: string;
            /**
             * 结束日期
             * Format: date
             * @description Last day, e.g. of a tenancy or an authority.
             */
            endsOn?: string | null;
            /**
             * 监护人同意
             * @description Children under 14 who do not own the room: a guardian's consent, unless one is recorded already (LAW-33).
             */
            guardianConsent?: components["schemas"]["SaveGuardianConsentDto"] | null;
            /**
             * 户主
             * Format: uuid
             * @description Family members: the owner or tenant of the room whose household they belong to (CUS-04).
             */
            headId?: string | null;
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
        CreateRoomDto: {
            /**
             * 启用
             * @description Rooms no longer in use are switched off; their history stays.
             */
            active?: boolean | null;
            /** 自定义资料 */
            attributes?: components["schemas"]["AttributeValueDto"][] | null;
            /**
             * 建筑面积
             * @description m²
             */
            buildingArea: string;
            /**
             * 收费面积
             * @description m²
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
        CreateSheetDto: {
            /**
             * 楼栋
             * Format: uuid
             */
            buildingId?: string | null;
            /**
             * 表类
             * @enum {string|null}
             */
            kind?: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER" | null;
            /** 名称 */
            name: string;
            /** 费用月份 */
            period: string;
            /**
             * 表具归属
             * @enum {string|null}
             */
            place?: "ROOM" | "PUBLIC" | null;
            /** 抄表人 */
            reader?: string | null;
            /** 抄表路线 */
            route?: string | null;
        };
        CreateTransferDto: {
            /**
             * 房间
             * Format: uuid
             */
            roomId: string;
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
        CreateVehicleRelationDto: {
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
             * 停放方式
             * @enum {string}
             */
            kind: "MONTHLY" | "OWNED" | "INTERNAL" | "FREE";
            /**
             * 主副车
             * @enum {string}
             */
            rank: "MAIN" | "SECOND";
            /**
             * 与车辆的关系
             * @enum {string}
             */
            role: "OWNER" | "USER";
            /**
             * 房间
             * Format: uuid
             */
            roomId?: string | null;
            /**
             * 车位
             * Format: uuid
             */
            spaceId?: string | null;
            /**
             * 起始日期
             * Format: date
             * @description First day.
             */
            startsOn: string;
        };
        CreditDebitBatchDto: {
            /** 到账金额 */
            creditedFen: number;
            /**
             * 到账日期
             * Format: date
             */
            creditedOn: string;
            /** 手续费 */
            feeFen: number;
            /**
             * 到账编号
             * Format: uuid
             * @description Chosen by the client, so that a retry books once.
             */
            id: string;
            /** 银行流水号 */
            reference: string;
            /** 备注 */
            remark?: string | null;
        };
        CustomerAddressDto: {
            id: string;
            /** @enum {string} */
            kind: "OTHER" | "COMPANY" | "POSTAL" | "REGISTERED";
            text: string;
        };
        CustomerAsOfDto: {
            /** @description The survivor when the customer asked for was merged into another. */
            customerId: string;
            customerName: string;
            customerNumber: string;
            duties: components["schemas"]["AsOfDutyDto"][];
            /** @description The project's developer pays for every room without an owner; these rooms are not listed. */
            isDeveloper: boolean;
            on: string;
            /** @description How many relations there are on that day. */
            roomCount: number;
            /** @description At most 200, by room code. */
            rooms: components["schemas"]["AsOfCustomerRoomDto"][];
        };
        CustomerCompletenessDto: {
            completeCustomers: number;
            /** @description Those who are something to a room in use today. */
            customers: number;
            /** @description Number of customers who lack each field; fields nobody lacks are left out. */
            missing: components["schemas"]["MissingCustomerFieldDto"][];
            /** @description Rooms in use that have no owner and no developer today, unsold ones left out. */
            roomsWithoutOwner: number;
        };
        CustomerContactDto: {
            email: string | null;
            endsOn: string | null;
            id: string;
            isMain: boolean;
            mobileMasked: string | null;
            name: string;
            officePhoneMasked: string | null;
            position: string | null;
            startsOn: string | null;
        };
        CustomerDetailDto: {
            address: string | null;
            /** @description User-defined values, those of attributes switched off as well. */
            attributes: components["schemas"]["AttributeValueDto"][];
            birthday: string | null;
            confirmedByName: string | null;
            confirmedOn: string | null;
            emergencyName: string | null;
            emergencyPhoneMasked: string | null;
            /** @description Consents of guardians to keeping this child's data, the latest first (LAW-33). */
            guardianConsents: components["schemas"]["GuardianConsentDto"][];
            homePhoneMasked: string | null;
            id: string;
            idNumberMasked: string | null;
            /** @enum {string|null} */
            idType: "OTHER" | "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | null;
            /** @description Names of mandatory fields that are missing. */
            incomplete: string[];
            /** @enum {string} */
            kind: "PERSON" | "COMPANY";
            /** @description The customer this entry was merged into; its page leads there. */
            mergedIntoId: string | null;
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
            tags: components["schemas"]["CustomerTagDto"][];
            /** @description Younger than 14: personal data need a guardian's consent (LAW-33). */
            under14: boolean;
        };
        CustomerDetailsDto: {
            addresses: components["schemas"]["CustomerAddressDto"][];
            contacts: components["schemas"]["CustomerContactDto"][];
            invoiceTitles: components["schemas"]["InvoiceTitleDto"][];
            phones: components["schemas"]["CustomerPhoneDto"][];
            preferences: components["schemas"]["PreferencesDto"];
        };
        CustomerDto: {
            /** @description User-defined values, those of attributes switched off as well. */
            attributes: components["schemas"]["AttributeValueDto"][];
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
            tags: components["schemas"]["CustomerTagDto"][];
            /** @description Younger than 14: personal data need a guardian's consent (LAW-33). */
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
            /** @description A child under 14 for whom no guardian has consented yet (LAW-33). */
            needsConsent: boolean;
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
        CustomerPhoneDto: {
            id: string;
            isMain: boolean;
            /** @enum {string} */
            kind: "OTHER" | "OFFICE" | "MOBILE" | "HOME";
            label: string | null;
            numberMasked: string;
            verifiedByName: string | null;
            /** @enum {string|null} */
            verifiedHow: "IN_PERSON" | "CODE" | "CALL" | "DOCUMENT" | null;
            verifiedOn: string | null;
        };
        CustomerTagDto: {
            /** @description How many customers carry it; in the list of tags only. */
            customers?: number;
            id: string;
            name: string;
            /** @enum {string} */
            tone: "neutral" | "active" | "good" | "warning" | "bad";
        };
        CustomerTagsDto: {
            items: components["schemas"]["CustomerTagDto"][];
        };
        DailyReportDto: {
            cashierId: string | null;
            cashierName: string | null;
            day: string;
            note: string | null;
            projectName: string;
            receivedAt: string | null;
            receivedByName: string | null;
            sentAt: string | null;
            shifts: components["schemas"]["ShiftDto"][];
            /**
             * @description A project's report is sent cashier by cashier: null there.
             * @enum {string|null}
             */
            state: "DUE" | "SENT" | "CHANGED" | "RECEIVED" | null;
            totals: components["schemas"]["TakingsTotalsDto"];
        };
        DailyReportRowDto: {
            cashierId: string;
            cashierName: string;
            day: string;
            receipts: number;
            /** @description Money by receipts, prepayment offsets not counted, in fen. */
            receivedFen: number;
            reds: number;
            sentAt: string | null;
            /** @enum {string} */
            state: "DUE" | "SENT" | "CHANGED" | "RECEIVED";
        };
        DailyReportsDto: {
            items: components["schemas"]["DailyReportRowDto"][];
        };
        DataExportDto: {
            /** @description The request for approval, when one was needed. */
            approvalId: string | null;
            approverName: string | null;
            /** @description Whether the person who asks may download it now. */
            canDownload: boolean;
            /** @description Labels of the columns left in; empty for all. */
            columns: string[];
            createdAt: string;
            downloads: number;
            /** @description Until when the file can be downloaded. */
            expiresAt: string | null;
            /** @description Why there is no file. */
            failure: string | null;
            /** @description The filter in words; empty for everything. */
            filter: string[];
            id: string;
            includeNumbers: boolean;
            jobId: string | null;
            /** @enum {string} */
            kind: "BINDINGS" | "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES";
            lastDownloadedAt: string | null;
            /** @description e.g. DC000012 */
            number: string;
            readyAt: string | null;
            reason: string;
            requestedBy: string;
            requestedByName: string;
            /** @description Rows of the file; what was counted at the request until it is there. */
            rows: number;
            /** @description SHA-256 of the file, hexadecimal. */
            sha256: string | null;
            /** @description Bytes. */
            size: number | null;
            /** @enum {string} */
            status: "PENDING" | "REJECTED" | "RUNNING" | "FAILED" | "READY" | "EXPIRED";
        };
        DataExportPageDto: {
            items: components["schemas"]["DataExportDto"][];
            nextCursor: string | null;
        };
        DebitAgreementDto: {
            /** @enum {string} */
            accountKind: "CARD" | "COMPANY" | "PASSBOOK";
            /** @description The last four digits. */
            accountMasked: string;
            agreementNo: string;
            bankCode: string | null;
            bankName: string;
            createdAt: string;
            customerId: string;
            customerName: string;
            feeItems: components["schemas"]["DebitItemDto"][];
            holder: string;
            id: string;
            idNumberMasked: string | null;
            /** @enum {string|null} */
            idType: "OTHER" | "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | null;
            limitFen: number | null;
            mobileMasked: string | null;
            remark: string | null;
            rooms: components["schemas"]["DebitRoomDto"][];
            schemeId: string;
            schemeName: string;
            signedOn: string | null;
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "SUSPENDED" | "ENDED";
            /** @description Why it was suspended, ended or sent back. */
            statusReason: string | null;
            validFrom: string;
            validTo: string | null;
        };
        DebitAgreementPageDto: {
            items: components["schemas"]["DebitAgreementDto"][];
            nextCursor: string | null;
        };
        DebitBatchDetailDto: {
            amountFen: number;
            batchNo: string;
            collectedFen: number;
            createdAt: string;
            createdByName: string;
            creditedFen: number;
            credits: components["schemas"]["DebitCreditDto"][];
            /** @description Collected less credited and fees; 0 when the statement agrees. */
            differenceFen: number;
            dueUntil: string;
            excludedCount: number;
            excludedFen: number;
            exclusions: components["schemas"]["DebitExclusionSumDto"][];
            exportCount: number;
            exportedAt: string | null;
            failedCount: number;
            failedFen: number;
            feeFen: number;
            /** @description SHA-256 of the file as it was first written. */
            fileHash: string | null;
            fileName: string | null;
            id: string;
            inProcessCount: number;
            inProcessFen: number;
            lineCount: number;
            /** @enum {string} */
            merge: "CHARGE" | "ACCOUNT";
            reasons: components["schemas"]["DebitReasonSumDto"][];
            remark: string | null;
            retryOfId: string | null;
            retryOfNo: string | null;
            returnedAt: string | null;
            schemeId: string;
            schemeName: string;
            /** @description What partial debits left open. */
            shortFen: number;
            /** @enum {string} */
            status: "PARTIAL" | "DONE" | "RETURNED" | "VOID" | "DRAFT" | "EXPORTED";
            succeededCount: number;
        };
        DebitBatchDto: {
            amountFen: number;
            batchNo: string;
            collectedFen: number;
            createdAt: string;
            createdByName: string;
            creditedFen: number;
            dueUntil: string;
            excludedCount: number;
            excludedFen: number;
            exportCount: number;
            exportedAt: string | null;
            failedCount: number;
            failedFen: number;
            feeFen: number;
            /** @description SHA-256 of the file as it was first written. */
            fileHash: string | null;
            fileName: string | null;
            id: string;
            inProcessCount: number;
            inProcessFen: number;
            lineCount: number;
            /** @enum {string} */
            merge: "CHARGE" | "ACCOUNT";
            remark: string | null;
            retryOfId: string | null;
            retryOfNo: string | null;
            returnedAt: string | null;
            schemeId: string;
            schemeName: string;
            /** @description What partial debits left open. */
            shortFen: number;
            /** @enum {string} */
            status: "PARTIAL" | "DONE" | "RETURNED" | "VOID" | "DRAFT" | "EXPORTED";
            succeededCount: number;
        };
        DebitBatchPageDto: {
            items: components["schemas"]["DebitBatchDto"][];
            nextCursor: string | null;
        };
        DebitColumnDto: {
            /**
             * 对齐
             * @enum {string|null}
             */
            align?: "LEFT" | "RIGHT" | null;
            /**
             * 内容
             * @enum {string}
             */
            field: "CONSTANT" | "SKIP" | "BATCH_NO" | "FILE_DATE" | "COUNT" | "TOTAL" | "LINE_NO" | "REFERENCE" | "BANK_CODE" | "BANK_NAME" | "ACCOUNT" | "ACCOUNT_KIND" | "HOLDER" | "ID_TYPE" | "ID_NUMBER" | "MOBILE" | "AGREEMENT_NO" | "CUSTOMER_NO" | "CUSTOMER_NAME" | "ROOMS" | "AMOUNT" | "SHORT_FUND" | "SUMMARY" | "PAID_AMOUNT" | "RESULT_CODE" | "RESULT_TEXT" | "VALUE_DATE" | "SUCCESS_COUNT" | "SUCCESS_TOTAL" | "FAILED_COUNT" | "FAILED_TOTAL";
            /**
             * 补位
             * @enum {string|null}
             */
            pad?: "SPACE" | "ZERO" | null;
            /**
             * 固定内容或对照
             * @description The text of 固定内容; for kinds of accounts and documents the bank's codes: `CARD=1;PASSBOOK=0`.
             */
            text?: string | null;
            /**
             * 列标题
             * @description Title of the column in a file with titles.
             */
            title?: string | null;
            /**
             * 宽度
             * @description Bytes in the encoding of the file (a Chinese character has two in GBK); only in files of fixed width.
             */
            width?: number | null;
        };
        DebitCreditDto: {
            createdAt: string;
            createdByName: string;
            creditedFen: number;
            creditedOn: string;
            feeFen: number;
            id: string;
            reference: string;
            remark: string | null;
        };
        DebitExclusionDto: {
            amountFen: number;
            chargeId: string;
            detail: string | null;
            feeItemName: string;
            id: string;
            payerName: string;
            period: string;
            /** @enum {string} */
            reason: "SUSPENDED" | "OVER_LIMIT" | "NOT_SIGNED" | "NO_AGREEMENT" | "NOT_VALID" | "OTHER_PAYER" | "NO_CONSENT" | "DISPUTED" | "UNDER_MINIMUM" | "IN_OTHER_BATCH" | "LEFT_OUT";
            roomCode: string;
            roomId: string;
        };
        DebitExclusionPageDto: {
            items: components["schemas"]["DebitExclusionDto"][];
            nextCursor: string | null;
        };
        DebitExclusionSumDto: {
            amountFen: number;
            count: number;
            /** @enum {string} */
            reason: "SUSPENDED" | "OVER_LIMIT" | "NOT_SIGNED" | "NO_AGREEMENT" | "NOT_VALID" | "OTHER_PAYER" | "NO_CONSENT" | "DISPUTED" | "UNDER_MINIMUM" | "IN_OTHER_BATCH" | "LEFT_OUT";
        };
        DebitFileFormatDto: {
            /**
             * 日期格式
             * @enum {string}
             */
            dateFormat: "COMPACT" | "DASHED";
            /** 明细列 */
            detail: components["schemas"]["DebitColumnDto"][];
            /**
             * 编码
             * @enum {string}
             */
            encoding: "GBK" | "UTF8";
            /**
             * 文件形式
             * @enum {string}
             */
            form: "FIXED" | "SEPARATED" | "EXCEL";
            /** 文件头 */
            header: components["schemas"]["DebitColumnDto"][];
            /**
             * 分隔符
             * @description Of separated text.
             * @enum {string|null}
             */
            separator?: "PIPE" | "COMMA" | "SEMICOLON" | "TAB" | null;
            /**
             * 有列标题行
             * @description A row of titles stands above the details.
             */
            titled: boolean;
            /** 文件尾 */
            trailer: components["schemas"]["DebitColumnDto"][];
            /**
             * 金额单位
             * @enum {string}
             */
            unit: "FEN" | "YUAN";
        };
        DebitHouseholdDto: {
            /** @description Of the room. */
            id: string;
            openFen: number;
            payerNames: string[];
            roomCode: string;
        };
        DebitHouseholdPageDto: {
            items: components["schemas"]["DebitHouseholdDto"][];
            nextCursor: string | null;
        };
        DebitItemDto: {
            id: string;
            name: string;
        };
        DebitLineChargeDto: {
            amountFen: number;
            chargeId: string;
            feeItemName: string;
            paidFen: number;
            period: string;
            receiptId: string | null;
            receiptNo: string | null;
            roomCode: string;
            roomId: string;
        };
        DebitLineDto: {
            accountMasked: string;
            /** @enum {string|null} */
            action: "END" | "RETRY" | "SUSPEND" | "RESIGN" | "ASK" | null;
            agreementId: string;
            agreementNo: string;
            amountFen: number;
            charges: components["schemas"]["DebitLineChargeDto"][];
            customerName: string;
            holder: string;
            id: string;
            lineNo: number;
            paidFen: number;
            /** @enum {string|null} */
            reason: "OTHER" | "INSUFFICIENT_FUNDS" | "OVER_LIMIT" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "ACCOUNT_WRONG" | "NAME_MISMATCH" | "NOT_SIGNED" | "ID_MISMATCH" | "BANK_FAULT" | null;
            reference: string;
            resultCode: string | null;
            resultText: string | null;
            roomCodes: string[];
            /** @enum {string} */
            status: "PARTIAL" | "FAILED" | "VOID" | "DRAFT" | "IN_PROCESS" | "SUCCEEDED";
            valueDate: string | null;
        };
        DebitLinePageDto: {
            items: components["schemas"]["DebitLineDto"][];
            nextCursor: string | null;
        };
        DebitPreviewDto: {
            /** @description What is wrong with the layout, in Chinese; it is refused when saved. */
            faults: string[];
            requestLines: string[];
            resultLines: string[];
        };
        DebitPromotionDto: {
            debited: number;
            rooms: number;
            rows: components["schemas"]["DebitPromotionRowDto"][];
            waiting: number;
        };
        DebitPromotionRowDto: {
            buildingId: string;
            buildingName: string;
            /** @description Of these: rooms with an agreement in force. */
            debited: number;
            /** @description Rooms that have somebody who pays. */
            rooms: number;
            /** @description Agreements that wait for a signature or are suspended. */
            waiting: number;
        };
        DebitReasonCodeDto: {
            /** 银行代码 */
            code: string;
            /**
             * 原因
             * @enum {string}
             */
            reason: "INSUFFICIENT_FUNDS" | "OVER_LIMIT" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "ACCOUNT_WRONG" | "NAME_MISMATCH" | "NOT_SIGNED" | "ID_MISMATCH" | "BANK_FAULT" | "OTHER";
        };
        DebitReasonDto: {
            /** 原因 */
            reason: string;
        };
        DebitReasonSumDto: {
            /** @enum {string} */
            action: "END" | "RETRY" | "SUSPEND" | "RESIGN" | "ASK";
            amountFen: number;
            count: number;
            /** @enum {string} */
            reason: "OTHER" | "INSUFFICIENT_FUNDS" | "OVER_LIMIT" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "ACCOUNT_WRONG" | "NAME_MISMATCH" | "NOT_SIGNED" | "ID_MISMATCH" | "BANK_FAULT";
        };
        DebitReturnCheckDto: {
            collectedFen: number;
            /** @description What is not simply collected, the first 500. */
            differences: components["schemas"]["DebitReturnLineDto"][];
            failedCount: number;
            failedFen: number;
            fileHash: string;
            fileName: string;
            lineCount: number;
            /** @description Lines the bank says nothing of: they stay with it, their charges stay locked. */
            missingCount: number;
            missingFen: number;
            shortFen: number;
            succeededCount: number;
            valueDate: string;
        };
        DebitReturnLineDto: {
            /** @enum {string|null} */
            action: "END" | "RETRY" | "SUSPEND" | "RESIGN" | "ASK" | null;
            amountFen: number;
            code: string | null;
            holder: string;
            lineNo: number;
            paidFen: number;
            /** @enum {string|null} */
            reason: "OTHER" | "INSUFFICIENT_FUNDS" | "OVER_LIMIT" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "ACCOUNT_WRONG" | "NAME_MISMATCH" | "NOT_SIGNED" | "ID_MISMATCH" | "BANK_FAULT" | null;
            reference: string;
            roomCodes: string[];
            /** @enum {string} */
            status: "PARTIAL" | "FAILED" | "VOID" | "DRAFT" | "IN_PROCESS" | "SUCCEEDED";
            text: string | null;
        };
        DebitRoomDto: {
            code: string;
            id: string;
        };
        DebitSchemeDto: {
            /** 启用 */
            active: boolean;
            agreements: number;
            /**
             * 允许部分扣款
             * @description Whether the bank may take a part when the account is short.
             */
            allowPartial: boolean;
            /** 银行或机构 */
            bankName: string;
            id: string;
            /** 单笔限额 */
            maximumFen?: number | null;
            /**
             * 合并方式
             * @enum {string}
             */
            merge: "ACCOUNT" | "CHARGE";
            /** 起扣金额 */
            minimumFen: number;
            /** 方案名称 */
            name: string;
            /**
             * 未处理代码
             * @description Codes of lines that are not done yet; blank always counts as such.
             */
            openCodes: string[];
            /** 部分扣款代码 */
            partialCodes: string[];
            /** 失败代码对照 */
            reasons: components["schemas"]["DebitReasonCodeDto"][];
            /** 报盘文件 */
            request: components["schemas"]["DebitFileFormatDto"];
            /** 回盘文件 */
            result: components["schemas"]["DebitFileFormatDto"];
            /** 成功代码 */
            successCodes: string[];
        };
        DebitSchemesDto: {
            items: components["schemas"]["DebitSchemeDto"][];
        };
        DebitTemplateDto: {
            code: string;
            scheme: components["schemas"]["SaveDebitSchemeDto"];
        };
        DebitTemplatesDto: {
            items: components["schemas"]["DebitTemplateDto"][];
        };
        DebitUnmaskedDto: {
            account: string;
            idNumber: string | null;
            mobile: string | null;
        };
        DebtorDto: {
            id: string;
            name: string;
        };
        DeductDepositDto: {
            /** 扣除金额 */
            amountFen: number;
            /**
             * 收入项目
             * Format: uuid
             * @description The one-off item the income is booked on.
             */
            feeItemId: string;
            /**
             * 扣除编号
             * Format: uuid
             * @description Chosen by the client, so that a retry deducts once.
             */
            id: string;
            /** 扣除原因 */
            reason: string;
        };
        DefectDto: {
            buildingName: string;
            contractor: string;
            /** @description Days since it was found, until today or until it was closed. */
            daysOpen: number;
            deadline: string;
            description: string;
            foundOn: string;
            id: string;
            inspectionId: string;
            inspectionNumber: string;
            /** @description The item it belongs to. */
            itemNo: number | null;
            overdue: boolean;
            pictures: components["schemas"]["AttachmentDto"][];
            place: string;
            roomCode: string;
            roomId: string;
            /** @enum {string} */
            severity: "MINOR" | "MAJOR" | "SEVERE";
            /** @enum {string} */
            state: "OPEN" | "CLOSED" | "FIXED";
            steps: components["schemas"]["DefectStepDto"][];
        };
        DefectPageDto: {
            items: components["schemas"]["DefectDto"][];
            nextCursor: string | null;
        };
        DefectSheetDto: {
            contractor: string;
            items: components["schemas"]["DefectDto"][];
            projectName: string;
            today: string;
        };
        DefectStepDto: {
            /** @enum {string} */
            action: "PASS" | "FAIL" | "FIX";
            at: string;
            byName: string;
            doneOn: string;
            remark: string | null;
        };
        DeleteReadingDto: {
            /** 删除原因 */
            reason: string;
        };
        DeletionHoldsDto: {
            holds: string[];
        };
        DepositDetailDto: {
            amountFen: number;
            /** @description The charge it is paid by. */
            chargeId: string;
            createdAt: string;
            createdByName: string;
            depositNo: string;
            feeItemId: string;
            feeItemName: string;
            /** @description Still in our hands: received less deducted, moved and paid back. */
            heldFen: number;
            id: string;
            movements: components["schemas"]["DepositMovementDto"][];
            /** @enum {string} */
            object: "OTHER" | "ROOM" | "LEASE" | "PASS" | "DECORATION";
            objectRef: string | null;
            payerId: string;
            payerName: string;
            /** @description Receipts it was paid by, red ones among them. */
            receipts: components["schemas"]["ReceiptRefDto"][];
            /** @description Paid by receipts that stand. */
            receivedFen: number;
            /** @description First day money came in. */
            receivedOn: string | null;
            refundable: boolean;
            refundableReason: string | null;
            remark: string | null;
            /** @description Asked to be paid back and not decided or paid yet. */
            requestedFen: number;
            roomCode: string;
            roomId: string;
            /** @enum {string} */
            state: "SETTLED" | "WAITING" | "HELD" | "REFUNDABLE" | "CANCELLED";
        };
        DepositDto: {
            amountFen: number;
            /** @description The charge it is paid by. */
            chargeId: string;
            createdAt: string;
            createdByName: string;
            depositNo: string;
            feeItemId: string;
            feeItemName: string;
            /** @description Still in our hands: received less deducted, moved and paid back. */
            heldFen: number;
            id: string;
            /** @enum {string} */
            object: "OTHER" | "ROOM" | "LEASE" | "PASS" | "DECORATION";
            objectRef: string | null;
            payerId: string;
            payerName: string;
            /** @description Paid by receipts that stand. */
            receivedFen: number;
            /** @description First day money came in. */
            receivedOn: string | null;
            refundable: boolean;
            refundableReason: string | null;
            remark: string | null;
            roomCode: string;
            roomId: string;
            /** @enum {string} */
            state: "SETTLED" | "WAITING" | "HELD" | "REFUNDABLE" | "CANCELLED";
        };
        DepositMovementDto: {
            amountFen: number;
            bookedOn: string;
            createdByName: string;
            /** @description Number of the receipt (deduction) or refund behind it. */
            documentNo: string | null;
            id: string;
            /** @enum {string} */
            kind: "REFUND" | "DEDUCT" | "MOVE";
            reason: string;
        };
        DepositPageDto: {
            /** @description Held of all that the filter finds, in fen. */
            heldFen: number;
            items: components["schemas"]["DepositDto"][];
            nextCursor: string | null;
        };
        DepositReportDto: {
            from: string;
            rows: components["schemas"]["DepositReportRowDto"][];
            to: string;
        };
        DepositReportRowDto: {
            closingFen: number;
            deductedFen: number;
            feeItemId: string;
            feeItemName: string;
            inFen: number;
            longerFen: number;
            movedFen: number;
            openingFen: number;
            refundedFen: number;
            /** @description The closing by how long it has been held: up to a year, up to two, up to three, longer. */
            upToOneYearFen: number;
            upToThreeYearsFen: number;
            upToTwoYearsFen: number;
        };
        DeskAccountDto: {
            /** @description Late fees that accrued until today and are not booked yet; not in `openFen`. */
            lateFeeFen: number;
            mobileMasked: string | null;
            openFen: number;
            overdueFen: number;
            payerId: string;
            payerName: string;
            payerNumber: string;
            /** @description General money and money for single items over all his rooms. */
            prepaymentFen: number;
            /** @description The last receipts, latest first. */
            receipts: components["schemas"]["ReceiptDto"][];
            /** @description What he is to the room asked for, e.g. 业主. */
            roles: string[];
            rooms: components["schemas"]["DeskRoomDto"][];
            /** @description Some charges are left out because there are very many. */
            truncated: boolean;
        };
        DeskChargeDto: {
            amountFen: number;
            /** @description Days past the due date; 0 when not yet late. */
            daysLate: number;
            dueOn: string;
            feeItemName: string;
            id: string;
            /** @description What accrued on it until today and is not booked yet (违约金); null when nothing did. */
            lateFee: components["schemas"]["DeskLateFeeDto"] | null;
            openFen: number;
            /** @description Waived, received, offset. */
            paidFen: number;
            /** @description Service month. */
            period: string;
            serviceFrom: string;
            serviceTo: string;
        };
        DeskDto: {
            /** @description Payers, those who owe first. */
            accounts: components["schemas"]["DeskAccountDto"][];
            /** @description Whether today's month takes postings. */
            postable: boolean;
            /** @description Today in the project's time zone. */
            today: string;
        };
        DeskItemPrepaymentDto: {
            balanceFen: number;
            feeItemId: string;
            feeItemName: string;
        };
        DeskLateFeeDto: {
            amountFen: number;
            days: number;
            /** @description How it came about, in sentences. */
            explanation: string[];
        };
        DeskMatchDto: {
            id: string;
            /** @enum {string} */
            kind: "ROOM" | "CUSTOMER";
            /** @description What is owed in all, in fen. */
            openFen: number;
            /** @description Who lives there, or which rooms belong to the customer. */
            subtitle: string;
            /** @description Room code, or the customer's name. */
            title: string;
        };
        DeskMatchesDto: {
            items: components["schemas"]["DeskMatchDto"][];
        };
        DeskMonthDto: {
            charges: components["schemas"]["DeskChargeDto"][];
            openFen: number;
            period: string;
        };
        DeskRoomDto: {
            code: string;
            id: string;
            /** @description What he paid ahead for single fee items. */
            itemPrepayments: components["schemas"]["DeskItemPrepaymentDto"][];
            /** @description Fewest months the rates ask to be paid at a time; a hint, not a rule. */
            minimumMonths: number | null;
            /** @description Oldest first. */
            months: components["schemas"]["DeskMonthDto"][];
            name: string;
            openFen: number;
            overdueFen: number;
            /** @description What is at hand as this payer's general prepayment for the room. */
            prepaymentFen: number;
        };
        DeskSettingsDto: {
            /**
             * 收款顺序
             * @description Deviating from it needs a reason, which stays with the receipt (LAW-11).
             * @enum {string}
             */
            allocation: "FREE" | "OLDEST_FIRST" | "NO_SKIPPING";
            /**
             * 现金未解款
             * @enum {string}
             */
            banking: "OFF" | "WARN" | "REFUSE";
            /**
             * 收款须先开班
             * @description Whether money is taken in shifts only.
             */
            shiftRequired: boolean;
        };
        DirectoryDto: {
            buildings: components["schemas"]["BuildingDto"][];
            /** @description Names of the four levels. */
            levelNames: string[];
        };
        DirectoryGapDto: {
            buildingId: string;
            id: string;
            /** @enum {string} */
            level: "building" | "unit";
            name: string;
        };
        DuplicateDto: {
            /** @enum {string} */
            by: "PHONE" | "NAME_PHONE" | "NAME_ROOM";
            /** @description Of the pair: both ids together. */
            id: string;
            newer: components["schemas"]["MergeSideDto"];
            older: components["schemas"]["MergeSideDto"];
        };
        DuplicatePageDto: {
            items: components["schemas"]["DuplicateDto"][];
            nextCursor: string | null;
        };
        EndBindingDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day of the binding.
             */
            endsOn: string;
        };
        EndPayerDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn: string;
        };
        EndRateDto: {
            /**
             * 结束日期
             * Format: date
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
        EndVehicleRelationDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn: string;
            /** 结束原因 */
            reason: string;
        };
        EnterShareDto: {
            /**
             * 金额
             * @description For 直接填写金额.
             */
            amountFen?: number | null;
            /**
             * 总表用量
             * @description For 损耗: the use of the master meter.
             */
            masterUse?: string | null;
            /**
             * 说明
             * @description Published with the list.
             */
            remark?: string | null;
            /**
             * 各房间用量
             * @description For 按用量: what each room used.
             */
            roomUses?: components["schemas"]["RoomUseDto"][] | null;
            /**
             * 分表用量合计
             * @description For 损耗: the sum of the sub-meters.
             */
            subUse?: string | null;
            /**
             * 单价
             * @description Yuan per unit of use.
             */
            unitPrice?: string | null;
            /**
             * 公共用量
             * @description For 公共用量 × 单价.
             */
            use?: string | null;
        };
        ExplainDifferenceDto: {
            /** 差异说明 */
            reason: string;
        };
        ExportColumnDto: {
            key: string;
            label: string;
            /** @description Holds a number that is masked unless whole numbers were asked for. */
            masked: boolean;
            /** @description Always exported: an import needs it. */
            required: boolean;
        };
        ExportPersonDto: {
            /**
             * 文件格式
             * @description JSON unless it is named.
             * @enum {string|null}
             */
            format?: "XLSX" | "JSON" | null;
            /** 原因 */
            reason: string;
        };
        ExportPreviewDto: {
            /** @description Over so many rows an approval is needed. */
            approvalRows: number;
            columns: components["schemas"]["ExportColumnDto"][];
            /** @description The filter in words, e.g. `楼栋：1栋`. */
            filter: string[];
            rows: number;
        };
        FeeItemDto: {
            active: boolean;
            code: string;
            collectedForOthers: boolean;
            /** @description The rate in force today, per cent. */
            currentTaxRate: string | null;
            financeCode: string | null;
            id: string;
            /** @enum {string} */
            incomeClass: "PUBLIC" | "PROPERTY" | "DIVERSIFIED";
            /** @description Whether rates, charges or payers refer to it: then it can only be deactivated. */
            inUse: boolean;
            /** @enum {string} */
            kind: "REGULAR" | "METERED" | "SHARED" | "ONE_OFF" | "LEASE" | "DEPOSIT" | "PASS";
            mnemonic: string | null;
            name: string;
            parentId: string | null;
            parentName: string | null;
            /** @enum {string} */
            printForm: "OTHER" | "AREA" | "COUNT";
            /** @description Rates of the item. */
            rateCount: number;
            remark: string | null;
            shortName: string | null;
            sort: number;
            /** @description Later codes and rates, the earliest first. */
            taxChanges: components["schemas"]["FeeItemTaxDto"][];
            taxCode: string | null;
            /** @description Per cent. */
            taxRate: string | null;
            unit: string | null;
        };
        FeeItemPageDto: {
            items: components["schemas"]["FeeItemDto"][];
            total: number;
        };
        FeeItemTaxDto: {
            /**
             * 开始日期
             * Format: date
             */
            startsOn: string;
            /** 税收分类编码 */
            taxCode?: string | null;
            /**
             * 税率
             * @description Per cent, below 100.
             */
            taxRate: string;
        };
        FilterFieldDto: {
            /** 筛选字段 */
            name: string;
            /** 筛选值 */
            values: string[];
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
        FixDefectDto: {
            /**
             * 整改日期
             * Format: date
             */
            doneOn: string;
            /** 说明 */
            remark?: string | null;
        };
        FormerResidentDto: {
            buildingName: string;
            customerId: string;
            /** @enum {string} */
            customerKind: "PERSON" | "COMPANY";
            customerName: string;
            customerNumber: string;
            endReason: string | null;
            endsOn: string;
            /** @description Of the relation. */
            id: string;
            mobileMasked: string | null;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            roomCode: string;
            roomId: string;
            /** @description Per cent. */
            share: string | null;
            startsOn: string;
            unitName: string;
        };
        FormerResidentPageDto: {
            items: components["schemas"]["FormerResidentDto"][];
            nextCursor: string | null;
        };
        FormulaCheckDto: {
            /** @description What a month of that room comes to and how, in Chinese sentences. */
            example: string[];
            /** @description What it may name. */
            names: string[];
            /** @description What is wrong, in Chinese; null when it can be kept. */
            problem: string | null;
            /** @description The room of the example; null without one. */
            roomCode: string | null;
        };
        FreezeLateFeesDto: {
            /** 应收 */
            chargeIds: string[];
        };
        FrozenLateFeeDto: {
            amountFen: number;
            /** @description The overdue charge. */
            chargeId: string;
            /** @description The charge of the late fee. */
            lateFeeChargeId: string;
        };
        FrozenLateFeesDto: {
            items: components["schemas"]["FrozenLateFeeDto"][];
            totalFen: number;
        };
        GarageDto: {
            code: string;
            /** @description The building of kind GARAGE. */
            id: string;
            /** @description Of them, with mandatory data missing. */
            incompleteSpaces: number;
            name: string;
            /** @description Of them, owned by owners. */
            ownerSpaces: number;
            spaces: number;
        };
        GaragesDto: {
            items: components["schemas"]["GarageDto"][];
            /** @description Spaces that are registered below no garage and no building. */
            spacesWithoutPlace: number;
        };
        GiveNoticeDto: {
            /**
             * 告知版本
             * Format: uuid
             */
            noticeId: string;
            /**
             * 告知日期
             * Format: date
             */
            on: string;
            /**
             * 告知方式
             * @enum {string}
             */
            way: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
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
            purpose: "OTHER" | "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE";
            /** @enum {string} */
            state: "VACANT" | "UNSOLD" | "SOLD" | "HANDED_OVER" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
            unitId: string;
        };
        GuardianConsentDto: {
            givenOn: string;
            guardianId: string;
            guardianName: string;
            id: string;
            /** @description ISO moment. */
            recordedAt: string;
            recordedByName: string;
            remark: string | null;
            roomCode: string;
            roomId: string;
            /** @enum {string} */
            way: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
        };
        HeadcountDto: {
            createdByName: string;
            endsOn: string | null;
            id: string;
            /** 人数 */
            persons: number;
            /**
             * 登记依据
             * @description What it was registered by: 户口簿, 居住证.
             */
            proof: string;
            /**
             * 开始日期
             * Format: date
             */
            startsOn: string;
        };
        HoldDto: {
            /** @description The money in it, fen; null where it is not about money. */
            amountFen: number | null;
            /** @enum {string} */
            kind: "PREPAYMENT" | "PAYER" | "OWNER" | "OPEN_CHARGES" | "DEBIT_AGREEMENT";
            /** @description What it is and how much, in words. */
            text: string;
        };
        HoldsDto: {
            holds: components["schemas"]["HoldDto"][];
        };
        ImportChangeDto: {
            after: string | null;
            before: string | null;
            label: string;
        };
        ImportColumnDto: {
            /** @description 1 for A. */
            column: number;
            /** @description 1 for the very label; below 0.8 worth a look. */
            confidence: number;
            header: string;
            key: string;
        };
        ImportCountDto: {
            count: number;
            /** @enum {string} */
            entity: "building" | "unit" | "room" | "customer" | "relation" | "payer" | "fee" | "binding" | "space" | "row";
            /** @enum {string} */
            outcome: "REFUSE" | "LEFT_OUT" | "CREATE" | "UPDATE" | "SAME";
        };
        ImportDecisionDto: {
            code: string;
            /** @description The question in so many words, with the rows and what follows from a yes. */
            question: string;
            rowCount: number;
            taken: boolean;
        };
        ImportDto: {
            committedAt: string | null;
            createdAt: string;
            createdByName: string;
            /** @description Why it failed. */
            failure: string | null;
            fileName: string;
            id: string;
            /** @description The last job of the import. */
            jobId: string | null;
            /** @enum {string} */
            kind: "BINDINGS" | "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "COMMUNITY";
            mapping: components["schemas"]["ImportMappingDto"];
            /** @description Whether sheets and headers say what the file is; otherwise kind and columns must be chosen. */
            recognised: boolean;
            /** @description SHA-256 of the file, hexadecimal. */
            sha256: string;
            sheets: components["schemas"]["ImportSheetDto"][];
            /** @description Bytes. */
            size: number;
            /** @enum {string} */
            status: "DONE" | "FAILED" | "CHECKED" | "UPLOADED" | "CHECKING" | "COMMITTING";
            /** @description Null until checked. */
            summary: components["schemas"]["ImportSummaryDto"] | null;
        };
        ImportFieldDto: {
            key: string;
            label: string;
            note: string | null;
            required: boolean;
        };
        ImportHeaderDto: {
            /** @description 1 for A. */
            column: number;
            text: string;
        };
        ImportIncompleteDto: {
            count: number;
            /** @enum {string} */
            entity: "building" | "unit" | "room" | "customer" | "relation" | "payer" | "fee" | "binding" | "space" | "row";
            label: string;
        };
        ImportIssueDto: {
            code: string;
            /** @description Property of the record, null for the row as a whole. */
            field: string | null;
            message: string;
            /** @enum {string} */
            severity: "REFUSE" | "LINK" | "INCOMPLETE" | "NOTE";
        };
        ImportItemDto: {
            committedAt: string | null;
            createdAt: string;
            createdByName: string;
            /** @description Why it failed. */
            failure: string | null;
            fileName: string;
            id: string;
            /** @description The last job of the import. */
            jobId: string | null;
            /** @enum {string} */
            kind: "BINDINGS" | "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "COMMUNITY";
            /** @description Bytes. */
            size: number;
            /** @enum {string} */
            status: "DONE" | "FAILED" | "CHECKED" | "UPLOADED" | "CHECKING" | "COMMITTING";
        };
        ImportJobDto: {
            importId: string;
            jobId: string;
        };
        ImportMappingDto: {
            columns: components["schemas"]["ImportColumnDto"][];
            fields: components["schemas"]["ImportFieldDto"][];
            headerRow: number | null;
            /** @description Labels of required fields without a column. */
            missing: string[];
            /** @enum {string} */
            profile: "FREE" | "MICROCOMMUNITY_HC" | "MICROCOMMUNITY_IMPORT_ROOM" | "SALES" | "TEMPLATE";
            /** @description Whether the columns are those remembered from an earlier workbook with the same headers. */
            remembered: boolean;
            /** @description Null for the profiles that read every sheet. */
            sheet: string | null;
        };
        ImportPageDto: {
            items: components["schemas"]["ImportItemDto"][];
            nextCursor: string | null;
        };
        ImportPreviewRowDto: {
            /** @description Texts by column, the first is A; empty where nothing stands. */
            cells: string[];
            rowNo: number;
        };
        ImportRowDto: {
            changes: components["schemas"]["ImportChangeDto"][];
            /** @enum {string} */
            entity: "building" | "unit" | "room" | "customer" | "relation" | "payer" | "fee" | "binding" | "space" | "row";
            id: string;
            issues: components["schemas"]["ImportIssueDto"][];
            /** @description What it is called, e.g. the room code. */
            key: string;
            /** @enum {string} */
            outcome: "REFUSE" | "LEFT_OUT" | "CREATE" | "UPDATE" | "SAME";
            rowNo: number;
            sheet: string;
        };
        ImportRowPageDto: {
            items: components["schemas"]["ImportRowDto"][];
            nextCursor: string | null;
        };
        ImportSheetDto: {
            columns: number;
            formulaCount: number;
            /** @description Row the headers stand in; null when none was found. */
            headerRow: number | null;
            headers: components["schemas"]["ImportHeaderDto"][];
            hidden: boolean;
            mergeCount: number;
            name: string;
            preview: components["schemas"]["ImportPreviewRowDto"][];
            /** @description Rows that hold a value. */
            rowCount: number;
        };
        ImportSummaryDto: {
            /** @description Sentences that block until corrected or decided. */
            blocking: number;
            /** @description Records as they stand now: those that block are REFUSE. */
            counts: components["schemas"]["ImportCountDto"][];
            decisions: components["schemas"]["ImportDecisionDto"][];
            /** @description Records once every decision is taken. */
            expected: components["schemas"]["ImportCountDto"][];
            incomplete: components["schemas"]["ImportIncompleteDto"][];
            incompleteCustomers: number;
            incompleteRooms: number;
            sheets: string[];
        };
        IncompleteCustomerDto: {
            buildingName: string;
            customerId: string;
            customerName: string;
            /** @description The relation to the room. */
            id: string;
            /** @description What is missing, in the order of the form. */
            incomplete: string[];
            /** @enum {string} */
            kind: "PERSON" | "COMPANY";
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            roomCode: string;
            roomId: string;
            unitName: string;
        };
        IncompleteCustomerPageDto: {
            items: components["schemas"]["IncompleteCustomerDto"][];
            total: number;
        };
        InspectionDetailDto: {
            buildingName: string;
            completedAt: string | null;
            completedByName: string | null;
            /** @description The inspection that corrects this one. */
            correctedById: string | null;
            correctedByNumber: string | null;
            correctionReason: string | null;
            correctsId: string | null;
            /** @description Number of the inspection it corrects. */
            correctsNumber: string | null;
            createdAt: string;
            defectList: components["schemas"]["DefectDto"][];
            defects: number;
            /** @description Items that failed; 0 while under way. */
            failedItems: number;
            id: string;
            inspectedOn: string;
            inspectorName: string;
            items: components["schemas"]["InspectionItemDto"][];
            layout: string | null;
            number: string;
            openDefects: number;
            readings: components["schemas"]["InspectionReadingDto"][];
            roomCode: string;
            roomId: string;
            roomName: string;
            /** @description Those that hold for the version shown. */
            signatures: components["schemas"]["InspectionSignatureDto"][];
            /** @enum {string} */
            state: "VOID" | "DRAFT" | "IN_PROGRESS" | "DEFECTS" | "PASSED";
            takerId: string | null;
            takerName: string;
            takerRelation: string | null;
            templateName: string | null;
            unsignedReason: string | null;
            updatedAt: string;
            updatedByName: string;
            /** @description For the next change. */
            version: number;
            voidReason: string | null;
        };
        InspectionDto: {
            buildingName: string;
            /** @description Number of the inspection it corrects. */
            correctsNumber: string | null;
            createdAt: string;
            defects: number;
            /** @description Items that failed; 0 while under way. */
            failedItems: number;
            id: string;
            inspectedOn: string;
            inspectorName: string;
            number: string;
            openDefects: number;
            roomCode: string;
            roomId: string;
            roomName: string;
            /** @enum {string} */
            state: "VOID" | "DRAFT" | "IN_PROGRESS" | "DEFECTS" | "PASSED";
            takerName: string;
        };
        InspectionItemDto: {
            group: string;
            name: string;
            no: number;
            remark: string | null;
            /** @enum {string|null} */
            result: "PASS" | "NONE" | "FAIL" | null;
            standard: string | null;
        };
        InspectionPageDto: {
            items: components["schemas"]["InspectionDto"][];
            nextCursor: string | null;
        };
        InspectionReadingDto: {
            /** @enum {string} */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            meterNo: string;
            reading: string;
        };
        InspectionSheetDto: {
            inspection: components["schemas"]["InspectionDetailDto"];
            projectName: string;
        };
        InspectionSignatureDto: {
            /** @description The PNG, as attachment. */
            attachmentId: string;
            name: string;
            /** @enum {string} */
            role: "TAKER" | "INSPECTOR";
            signedAt: string;
        };
        InspectionTemplateDto: {
            groups: components["schemas"]["TemplateGroupDto"][];
            id: string;
            /** @description Null serves all layouts that have none of their own. */
            layout: string | null;
            name: string;
            updatedAt: string;
            updatedByName: string;
            version: number;
        };
        InspectionTemplatesDto: {
            items: components["schemas"]["InspectionTemplateDto"][];
            /** @description The layouts of the project's rooms, for the choice. */
            layouts: string[];
        };
        InspectionVersionDto: {
            /** 版本 */
            version: number;
        };
        InvoiceTitleDto: {
            accountMasked: string | null;
            address: string | null;
            bank: string | null;
            id: string;
            isDefault: boolean;
            /** @enum {string} */
            kind: "COMPANY" | "PERSONAL";
            phone: string | null;
            taxNumber: string | null;
            title: string;
        };
        JobDto: {
            createdAt: string;
            createdByName: string;
            /** @description Units done of `total`; 0 of 0 while unknown. */
            done: number;
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "billing.rehearse" | "billing.publish" | "billing.reverse-run" | "billing.offset" | "imports.check" | "imports.commit" | "exports.write";
            /** @description What is happening, or why it failed, in Chinese. */
            message: string | null;
            result: {
                [key: string]: unknown;
            } | null;
            startedAt: string | null;
            /** @enum {string} */
            status: "CANCELLED" | "RUNNING" | "DONE" | "FAILED" | "QUEUED";
            title: string;
            total: number;
        };
        JobPageDto: {
            items: components["schemas"]["JobDto"][];
            nextCursor: string | null;
        };
        LateFeeDto: {
            amountFen: number;
            /** @description The overdue charge. */
            chargeId: string;
            /** @description Days counted. */
            days: number;
            /** @description How it came about, in sentences. */
            explanation: string[];
            from: string;
            to: string;
        };
        LateFeeItemDto: {
            id: string;
            name: string;
        };
        LateFeeRateDto: {
            dailyRate: string;
            startsOn: string;
        };
        LateFeeSchemeDto: {
            active: boolean;
            capShare: string | null;
            chargedItems: components["schemas"]["LateFeeItemDto"][];
            collectedAllowed: boolean;
            /** @description The item that late fees are booked under. */
            feeItem: components["schemas"]["LateFeeItemDto"];
            graceDays: number;
            /** @enum {string} */
            gracePolicy: "COUNTED" | "FREE";
            id: string;
            name: string;
            /** @description The latest first. */
            rates: components["schemas"]["LateFeeRateDto"][];
            /** @description Late fees were booked by it: only rates are added from then on. */
            used: boolean;
            /** @description Why a court may cut it (LAW-12), or null. */
            warning: string | null;
        };
        LateFeeSchemesDto: {
            items: components["schemas"]["LateFeeSchemeDto"][];
        };
        LateFeesDto: {
            asOf: string;
            items: components["schemas"]["LateFeeDto"][];
            totalFen: number;
        };
        LeaveOutDebitLinesDto: {
            /** 明细 */
            lineIds: string[];
        };
        LeftTillDto: {
            cashierName: string;
            desk: string;
            leftFen: number;
            shiftId: string;
            shiftNo: string;
        };
        LineageRoomDto: {
            code: string;
            /** @description Steps away from the room asked for: 1 for the room it came from or went into. */
            depth: number;
            effectiveOn: string;
            /** @description Last day; null while it lasts. */
            endedOn: string | null;
            id: string;
            /** @enum {string} */
            kind: "SPLIT" | "MERGE";
            name: string;
            /** @description Owed on this room, in fen; null without the right to see charges. */
            openFen: number | null;
            restructureId: string;
            restructureNumber: string;
            /** @description First day; null for a room that was always there. */
            startsOn: string | null;
            /**
             * @description DONE or RESTORED
             * @enum {string}
             */
            state: "PENDING" | "DONE" | "VOID" | "DRAFT" | "RESTORED";
        };
        MainPhoneDto: {
            /** 修改原因 */
            reason: string;
            /**
             * 核实方式
             * @enum {string}
             */
            verifiedHow: "CODE" | "CALL" | "IN_PERSON" | "DOCUMENT";
        };
        MakeDebitBatchDto: {
            /** 楼栋 */
            buildingIds?: string[] | null;
            /**
             * 应缴截止日
             * Format: date
             * @description Charges due up to this day.
             */
            dueUntil: string;
            /**
             * 收费项目
             * @description All items when left out.
             */
            feeItemIds?: string[] | null;
            /**
             * 批次编号
             * Format: uuid
             * @description Chosen by the client, so that a retry makes one.
             */
            id: string;
            /**
             * 合并方式
             * @description As the scheme says when left out.
             * @enum {string|null}
             */
            merge?: "ACCOUNT" | "CHARGE" | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 重扣批次
             * Format: uuid
             * @description Only what failed in this batch: a second run.
             */
            retryOfId?: string | null;
            /**
             * 托收方案
             * Format: uuid
             */
            schemeId: string;
        };
        MarkInvoicedDto: {
            /** 发票号码 */
            invoiceNo: string;
        };
        MarkInvoiceReversedDto: {
            /** 红字发票号码 */
            redInvoiceNo: string;
        };
        MeDto: {
            /** @description Rights held in all projects. */
            companyPermissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "property:identity" | "property:areas" | "property:state" | "property:inspect" | "property:restructure" | "property:approve" | "customer:read" | "customer:write" | "customer:unmask" | "customer:key-data" | "customer:merge" | "customer:privacy" | "customer:transfer" | "customer:approve-transfer" | "parking:read" | "parking:write" | "imports:run" | "data:export" | "data:approve-export" | "billing:read" | "billing:rates" | "billing:bind" | "billing:meters" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:offset" | "billing:print" | "billing:shifts" | "billing:books" | "billing:reverse" | "billing:refund" | "billing:request-refund" | "billing:approve-refund" | "billing:deposit" | "billing:waive" | "billing:approve-waiver" | "billing:approve-large-waiver" | "billing:write-off" | "billing:approve-write-off" | "billing:close" | "billing:reopen" | "billing:approve-reopen" | "billing:debit-agreement" | "billing:debit-scheme" | "billing:debit" | "billing:unmask-account")[];
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
            permissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "property:identity" | "property:areas" | "property:state" | "property:inspect" | "property:restructure" | "property:approve" | "customer:read" | "customer:write" | "customer:unmask" | "customer:key-data" | "customer:merge" | "customer:privacy" | "customer:transfer" | "customer:approve-transfer" | "parking:read" | "parking:write" | "imports:run" | "data:export" | "data:approve-export" | "billing:read" | "billing:rates" | "billing:bind" | "billing:meters" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:offset" | "billing:print" | "billing:shifts" | "billing:books" | "billing:reverse" | "billing:refund" | "billing:request-refund" | "billing:approve-refund" | "billing:deposit" | "billing:waive" | "billing:approve-waiver" | "billing:approve-large-waiver" | "billing:write-off" | "billing:approve-write-off" | "billing:close" | "billing:reopen" | "billing:approve-reopen" | "billing:debit-agreement" | "billing:debit-scheme" | "billing:debit" | "billing:unmask-account")[];
            shortName: string;
        };
        MergeConflictDto: {
            merged: string;
            /** @description What becomes of it, in a sentence. */
            resolution: string;
            survivor: string;
            what: string;
        };
        MergeCustomersDto: {
            /**
             * 并入的客户
             * Format: uuid
             * @description Who is merged into him; his entry stays, closed, and points to the survivor.
             */
            mergedId: string;
            /** 合并原因 */
            reason: string;
            /**
             * 保留的客户
             * Format: uuid
             * @description Who stays and gets everything.
             */
            survivorId: string;
        };
        MergeDto: {
            at: string;
            /** @description What hangs on it since and keeps it from being undone; empty when it can be. */
            blockers: string[];
            byName: string;
            id: string;
            mergedId: string;
            mergedName: string;
            mergedNumber: string;
            reason: string;
            survivorId: string;
            undoneAt: string | null;
            undoneByName: string | null;
            undoReason: string | null;
        };
        MergeMoveDto: {
            /** @description For money: what is owed or in the account, fen. */
            amountFen: number | null;
            count: number;
            /** @description What, in Chinese, e.g. 客房关系. */
            what: string;
        };
        MergePairDto: {
            /**
             * 并入的客户
             * Format: uuid
             * @description Who is merged into him; his entry stays, closed, and points to the survivor.
             */
            mergedId: string;
            /**
             * 保留的客户
             * Format: uuid
             * @description Who stays and gets everything.
             */
            survivorId: string;
        };
        MergePreviewDto: {
            conflicts: components["schemas"]["MergeConflictDto"][];
            merged: components["schemas"]["MergeSideDto"];
            moves: components["schemas"]["MergeMoveDto"][];
            /** @description Why it cannot be done; empty when it can. */
            refusals: string[];
            survivor: components["schemas"]["MergeSideDto"];
        };
        MergesDto: {
            items: components["schemas"]["MergeDto"][];
        };
        MergeSideDto: {
            id: string;
            idNumberMasked: string | null;
            /** @enum {string} */
            kind: "PERSON" | "COMPANY";
            mobileMasked: string | null;
            name: string;
            number: string;
            /** @description Codes of the rooms he has or had to do with, at most three. */
            roomCodes: string[];
        };
        MeterDto: {
            buildingId: string | null;
            buildingName: string | null;
            digits: number;
            feeItemId: string | null;
            feeItemName: string | null;
            id: string;
            installedOn: string;
            /** @enum {string} */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /** @description What it showed last: its last valid reading, or its start. */
            lastReading: string;
            lastReadOn: string;
            multiplier: string;
            no: string;
            openingUse: string;
            parentId: string | null;
            parentNo: string | null;
            /** @enum {string} */
            place: "ROOM" | "PUBLIC";
            position: string | null;
            /** @description Whether a rate of its fee item is bound to the room today; null for meters that are not billed. */
            rateName: string | null;
            remark: string | null;
            removedOn: string | null;
            /** @description The meter that it took the place of. */
            replacesId: string | null;
            replacesNo: string | null;
            reverse: boolean;
            roomCode: string | null;
            roomId: string | null;
            route: string | null;
            startReading: string;
            /** @enum {string} */
            status: "ACTIVE" | "REMOVED";
        };
        MeterLossDto: {
            buildingName: string | null;
            /** @description The master meter. */
            id: string;
            /** @enum {string} */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /** @description master − subs, negative when the subs counted more; null while the master meter was not read. */
            loss: string | null;
            /** @description Per cent of the master's use, two places; null where that is nought. */
            lossPercent: string | null;
            /** @description What the master meter counted; null while it was not read. */
            masterUse: string | null;
            /** @description Meters behind it without a reading: as long as there are any the loss is too large. */
            missingCount: number;
            no: string;
            position: string | null;
            subCount: number;
            subUse: string;
        };
        MeterLossPageDto: {
            items: components["schemas"]["MeterLossDto"][];
            total: number;
        };
        MeterPageDto: {
            items: components["schemas"]["MeterDto"][];
            total: number;
        };
        MeterSettingsDto: {
            /**
             * 高于前两期平均（%）
             * @description Of the mean use of the last two periods.
             */
            highPercent: number;
            /**
             * 高于去年同期（%）
             * @description Of the use in the same month of the year before.
             */
            seasonalPercent: number;
        };
        MissingCustomerFieldDto: {
            customers: number;
            field: string;
        };
        MissingFieldDto: {
            /** @enum {string} */
            field: "code" | "name" | "buildingArea" | "chargeArea" | "layout" | "orientation";
            rooms: number;
        };
        MonthDto: {
            figures: components["schemas"]["CollectionFiguresDto"];
            period: string;
            /** @enum {string} */
            status: "OPEN" | "CLOSED" | "CLOSING";
            steps: components["schemas"]["MonthStepDto"][];
            /** @description Money of the month's receipts less red ones, prepayment offsets not counted. */
            takingsFen: number;
        };
        MonthStepDto: {
            count: number;
            /** @description What the state is, in figures. */
            detail: string;
            /** @enum {string} */
            key: "OFFSET" | "PUBLISH" | "BINDINGS" | "METERS" | "SHARES" | "REHEARSE" | "NOTICES" | "COLLECT" | "ARREARS" | "CLOSE";
            /**
             * @description TODO: to be done; DOING: begun; DONE: finished.
             * @enum {string}
             */
            state: "DONE" | "TODO" | "DOING";
            title: string;
        };
        MoveDepositDto: {
            /** 转预收金额 */
            amountFen: number;
            /**
             * 转出编号
             * Format: uuid
             * @description Chosen by the client, so that a retry moves once.
             */
            id: string;
            /** 原因 */
            reason: string;
        };
        MyShiftDto: {
            /** @enum {string} */
            banking: "OFF" | "WARN" | "REFUSE";
            mine: components["schemas"]["ShiftDto"] | null;
            /** @description A shift is needed to take money. */
            required: boolean;
            tills: components["schemas"]["LeftTillDto"][];
            unbanked: {
                day: string;
                fen: number;
            }[];
        };
        NextPaperDto: {
            left: number | null;
            /** @description Why no number can be drawn; null when one can. */
            problem: string | null;
            /** @description Null when the project uses no books: the number comes from its series. */
            text: string | null;
        };
        NotCollectedDto: {
            /** 不收集的字段 */
            fields: ("sex" | "idNumber" | "registeredPlace" | "emergencyName" | "emergencyPhone")[];
            /** 原因 */
            reason: string;
        };
        NoticeArrearDto: {
            amountFen: number;
            dueDate: string | null;
            /** @description First and last day of service, both included; null for one-off charges. */
            from: string | null;
            itemName: string;
            /** @description What is still owed; counts into the total. */
            openFen: number;
            paidFen: number;
            /** @description Room number, shown when the notice covers several rooms; null for charges without a room. */
            roomCode: string | null;
            to: string | null;
        };
        NoticeChargeDto: {
            amountFen: number;
            /** @description How the amount came about, one sentence from the trace, e.g. `94.56 ㎡ × 1.30 元 + 附加 20.00 元`. */
            explanation: string | null;
            /** @description First and last day of service, both included; null for one-off charges. */
            from: string | null;
            itemName: string;
            /** @description Only for metered items. */
            meter: components["schemas"]["PrintMeterDto"] | null;
            /** @description 预收冲抵. */
            offsetFen: number;
            /** @description What is still owed; counts into the total. */
            openFen: number;
            paidFen: number;
            /** @description Area, count or usage; null for a fixed amount. */
            quantity: string | null;
            /** @description Room number, shown when the notice covers several rooms; null for charges without a room. */
            roomCode: string | null;
            surchargeFen: number;
            to: string | null;
            /** @description Unit of the quantity, e.g. `㎡`, `户`, `吨`. */
            unit: string | null;
            /** @description Price of one unit in yuan; null for a fixed amount. */
            unitPrice: string | null;
            /** @description 减免, already approved. */
            waivedFen: number;
        };
        NoticeHeadDto: {
            arrearsFen: number;
            /** @description What is open of the month's charges. */
            currentFen: number;
            mobileMasked: string | null;
            noticeNo: string;
            payableFen: number;
            payerId: string;
            payerName: string;
            payerNumber: string;
            roomCodes: string[];
            /** @description The room; null when the notice covers all rooms of the payer. */
            roomId: string | null;
        };
        NoticeHeadPageDto: {
            items: components["schemas"]["NoticeHeadDto"][];
            nextCursor: string | null;
        };
        NoticeLateFeeDto: {
            amountFen: number;
            /** @description Counted through this day, included. */
            asOf: string;
            /** @description The rule in words, e.g. `逾期之日起每日按欠费本金的 0.05% 计收`. */
            rule: string;
        };
        NoticePrintDto: {
            arrears: components["schemas"]["NoticeArrearDto"][];
            charges: components["schemas"]["NoticeChargeDto"][];
            customerName: string;
            customerNo: string;
            /** @description Account of a direct debit agreement, masked, e.g. `工商银行 6222 **** **** 1234`. */
            debitAccountMasked: string | null;
            lateFee: components["schemas"]["NoticeLateFeeDto"] | null;
            noticeNo: string;
            /** @description The period asked for. */
            period: string;
            /** @description Prepayments at hand (预收余额), for information; null to leave them out. */
            prepaymentBalanceFen: number | null;
            printedOn: string;
            /** @description Full name of the property organisation of the project (PRP-01). */
            projectName: string;
            qrCode: components["schemas"]["PrintQrCodeDto"] | null;
            rooms: components["schemas"]["PrintRoomDto"][];
            terms: components["schemas"]["NoticeTermsDto"];
            totals: components["schemas"]["NoticeTotalsDto"];
        };
        NoticePrintPageDto: {
            items: components["schemas"]["NoticePrintDto"][];
            nextCursor: string | null;
        };
        NoticeTermsDto: {
            /** @description Last day to pay without late fee. */
            dueDate: string | null;
            /** @description Days after delivery within which the owner may object. */
            objectionDays: number | null;
            /** @description Further sentences of the project, e.g. the late fee rule or debit dates. */
            others: string[];
            /** @description Ways to pay, one sentence each. */
            paymentMethods: string[];
            /** @description Telephone of the office. */
            telephone: string | null;
        };
        NoticeTotalsDto: {
            /** @description 往期欠费. */
            arrearsFen: number;
            /** @description 本期欠缴: what is open of the period's charges. */
            currentFen: number;
            lateFeeFen: number;
            /** @description 应付合计 as 人民币大写. */
            payableCapitals: string;
            /** @description 应付合计. */
            payableFen: number;
        };
        NoticeTotalsOfScopeDto: {
            arrearsFen: number;
            currentFen: number;
            notices: number;
            payableFen: number;
        };
        OffsetBalanceDto: {
            afterFen: number;
            beforeFen: number;
            /** @description Name of the fee item; null for general money. */
            feeItemName: string | null;
        };
        OffsetLineDto: {
            chargeId: string;
            feeItemName: string;
            fromGeneralFen: number;
            /** @description Taken from money for this item only. */
            fromItemFen: number;
            /** @description Still owed afterwards. */
            leftFen: number;
            openFen: number;
            period: string;
            /**
             * @description Why it is not offset, or not wholly; null when it is settled.
             * @enum {string|null}
             */
            reason: "DEPOSIT" | "ITEM" | "OUTSIDE" | "NO_MONEY" | "SHORT" | "PART" | null;
            serviceFrom: string;
            serviceTo: string;
        };
        OffsetPreviewDto: {
            amountFen: number;
            /** @description Prepaid in all, in fen, of the rooms looked at. */
            balanceFen: number;
            charges: number;
            /** @description Names exactly this outcome: confirming refuses when the books have changed since. */
            fingerprint: string;
            /** @description The first rooms, by code. */
            items: components["schemas"]["OffsetRoomDto"][];
            payers: number;
            rooms: number;
            /** @description There are more rooms than shown. */
            truncated: boolean;
        };
        OffsetRoomDto: {
            balances: components["schemas"]["OffsetBalanceDto"][];
            customerId: string;
            customerName: string;
            lines: components["schemas"]["OffsetLineDto"][];
            offsetFen: number;
            roomCode: string;
            roomId: string;
        };
        OffsetRunDto: {
            amountFen: number;
            bookedOn: string | null;
            chargeCount: number;
            createdAt: string;
            createdByName: string;
            /** @description Why it was not done. */
            failure: string | null;
            id: string;
            jobId: string;
            /** @description Documents written, one per payer. */
            receiptCount: number;
            roomCount: number;
            /** @enum {string} */
            status: "RUNNING" | "DONE" | "FAILED";
            /** @enum {string} */
            trigger: "MANUAL" | "PUBLISH" | "DAILY";
        };
        OffsetRunPageDto: {
            items: components["schemas"]["OffsetRunDto"][];
            nextCursor: string | null;
        };
        OffsetSchemeDto: {
            /**
             * 费用开始日期不早于
             * Format: date
             * @description Only charges whose service begins on this day or later.
             */
            chargeFrom?: string | null;
            /**
             * 费用结束日期不晚于
             * Format: date
             * @description Only charges whose service ends on this day or earlier.
             */
            chargeTo?: string | null;
            /**
             * 每日自动冲抵
             * @description A run early every morning.
             */
            daily: boolean;
            /**
             * 启用预收冲抵
             * @description Off: nothing is offset but what a payer asks for at the desk.
             */
            enabled: boolean;
            /**
             * 项目顺序
             * @description Fee items in the order of their priority; those not listed come after them.
             */
            feeItemIds?: string[] | null;
            /**
             * 只冲抵列出的项目
             * @description Only the fee items listed; else every item but deposits.
             */
            onlyListed: boolean;
            /**
             * 发布应收后自动冲抵
             * @description At generation: a run follows each publication of charges.
             */
            onPublish: boolean;
            /**
             * 冲抵顺序
             * @enum {string}
             */
            order: "PERIOD_FIRST" | "ITEM_FIRST";
            /**
             * 余额不足时
             * @enum {string}
             */
            shortage: "PARTIAL" | "WHOLE_ONLY";
        };
        OffsetScopeDto: {
            /** 楼栋 */
            buildingIds?: string[] | null;
            /** 房间 */
            roomIds?: string[] | null;
        };
        OpenShiftDto: {
            /**
             * 收款点
             * @description Where the money is taken, e.g. 客服中心 1 号台.
             */
            desk: string;
            /**
             * 备用金
             * @description Cash in the till at the beginning, in fen.
             */
            floatFen: number;
            /**
             * 班次编号
             * Format: uuid
             * @description Chosen by the client when its form opens, so that a retry opens once.
             */
            id: string;
            /**
             * 接班班次
             * Format: uuid
             * @description The shift whose cash is taken over; the float is then what was left in its till.
             */
            takenFromId?: string | null;
        };
        OwnerShareDto: {
            /**
             * 业主
             * Format: uuid
             */
            customerId: string;
            /**
             * 产权份额
             * @description Per cent; left out where nobody stated shares.
             */
            share?: string | null;
        };
        PaidBeyondDto: {
            /** @description Sums of all rows, whatever the stretch. */
            balanceFen: number;
            chargesFen: number;
            items: components["schemas"]["PaidBeyondRowDto"][];
            nextCursor: string | null;
            on: string;
        };
        PaidBeyondRowDto: {
            /** @description Balances of his accounts for the room now. */
            balanceFen: number;
            /** @description Paid for service after the day. */
            chargesFen: number;
            customerId: string;
            customerName: string;
            id: string;
            /** @description The last day he has paid for. */
            paidTo: string | null;
            roomCode: string;
            roomId: string;
            totalFen: number;
        };
        ParkingSpaceDto: {
            area: string | null;
            /** @description The garage, or the building it lies at (PRK-03); null while nobody said. */
            buildingId: string | null;
            buildingName: string | null;
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
        PaymentMethodDto: {
            /**
             * 到账账户
             * @description Where the money arrives, e.g. 工商银行基本户 尾号 6021.
             */
            account: string | null;
            /**
             * 启用
             * @description Offered at the desk.
             */
            enabled: boolean;
            /**
             * 财务科目
             * @description Account of the books of finance, e.g. 1001.
             */
            financeCode: string | null;
            /** @description Change is given from cash only. */
            mayChange: boolean;
            /** @enum {string} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            /**
             * 凭证号
             * @enum {string}
             */
            reference: "NONE" | "OPTIONAL" | "REQUIRED";
            /**
             * 凭证号格式
             * @enum {string}
             */
            referenceFormat: "ANY" | "DIGITS" | "ALNUM";
            /**
             * 凭证号位数
             * @description Exact number of characters.
             */
            referenceLength: number | null;
            /**
             * 可以退款
             * @description Money may go back this way.
             */
            refundable: boolean;
        };
        PaymentMethodsDto: {
            items: components["schemas"]["PaymentMethodDto"][];
        };
        PayPrepaymentRefundDto: {
            /**
             * 退款方式
             * @enum {string}
             */
            method: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE" | "PREPAYMENT" | "OTHER";
            /**
             * 凭证号
             * @description Number of the slip; required for card, transfer and cheque.
             */
            referenceNo?: string | null;
            /**
             * 支付班次
             * Format: uuid
             * @description The open shift whose till the money leaves; one's own when left out.
             */
            shiftId?: string | null;
        };
        PayRefundRequestDto: {
            /**
             * 凭证号
             * @description Number of the slip; required for card, transfer and cheque.
             */
            referenceNo?: string | null;
            /**
             * 支付班次
             * Format: uuid
             * @description The open shift whose till the money leaves; one's own when left out.
             */
            shiftId?: string | null;
        };
        PendingAreaChangeDto: {
            approvalId: string;
            buildingArea: string;
            chargeArea: string;
            createdAt: string;
            innerArea: string | null;
            reason: string;
            requestedByName: string;
            sharedArea: string | null;
            startsOn: string;
            usableArea: string | null;
        };
        PeriodBalanceDto: {
            adjustedFen: number;
            buildingId: string;
            buildingName: string;
            chargedFen: number;
            closingFen: number;
            feeItemId: string;
            feeItemName: string;
            openingFen: number;
            receivedArrearsFen: number;
            receivedCurrentFen: number;
            waivedFen: number;
        };
        PeriodBalancesDto: {
            closed: boolean;
            period: string;
            prepayments: components["schemas"]["PeriodPrepaymentsDto"];
            rows: components["schemas"]["PeriodBalanceDto"][];
        };
        PeriodDto: {
            closedAt: string | null;
            closedByName: string | null;
            closingFen: number;
            /** @description Collected for the month and of arrears. */
            collectedFen: number;
            currentRate: string | null;
            /** @description The month that is closed next. */
            next: boolean;
            period: string;
            /** @description Receivable of the month; null for months that have not begun. */
            receivableFen: number;
            /** @enum {string} */
            status: "OPEN" | "CLOSED" | "CLOSING";
        };
        PeriodListDto: {
            /** @description Today's month in the project's time zone. */
            current: string;
            items: components["schemas"]["PeriodDto"][];
        };
        PeriodPrepaymentsDto: {
            closingFen: number;
            inFen: number;
            openingFen: number;
            outFen: number;
        };
        PeriodSealDto: {
            closedAt: string;
            closedByName: string;
            /** @description SHA-256 of this seal, hexadecimal. */
            hash: string;
            id: string;
            parts: components["schemas"]["SealedPartDto"][];
            /** @description The month, YYYY-MM. */
            period: string;
            /** @description The hash of the seal before; null for the first. */
            previousHash: string | null;
            /** @description The month was opened again after this close: the rows may have changed, the seal is kept. */
            reopened: components["schemas"]["ReopeningDto"] | null;
            /** @description Counts the closes of the project, from 1. */
            sequence: number;
        };
        PeriodSealListDto: {
            /** @description The latest first. */
            items: components["schemas"]["PeriodSealDto"][];
            /** @description The month that may be opened again: the last closed one, unless it waits for approval already; null for none. */
            reopenable: string | null;
            /** @description Months that were closed before months were sealed; nothing can be said about them. */
            unsealed: string[];
        };
        PersonReasonDto: {
            /** 原因 */
            reason: string;
        };
        PictureDto: {
            /** @description image/jpeg, image/png or image/webp */
            contentType: string;
            createdAt: string;
            createdByName: string;
            /** @description Whether it is the latest version of its plan; photos always are. */
            current: boolean;
            height: number;
            id: string;
            /** @enum {string} */
            kind: "SITE_PLAN" | "BUILDING_PLAN" | "UNIT_TYPE" | "PHOTO";
            name: string;
            ownerId: string;
            /** @enum {string} */
            ownerType: "building" | "room" | "project";
            remark: string | null;
            /** @description Bytes. */
            size: number;
            /** @description Of a plan: counts from 1 per thing and kind, never used twice. Null for photos. */
            version: number | null;
            /** @description Pixels. */
            width: number;
        };
        PicturesDto: {
            items: components["schemas"]["PictureDto"][];
        };
        PictureSharedDto: {
            /** @description 户型 */
            layout: string;
            /** @description Rooms that got it as their current version; those that had it already are not counted. */
            rooms: number;
        };
        PostReceiptDto: {
            /**
             * 不按顺序收款的原因
             * @description Why the order of payment of the project is not kept: the payer's own choice (BIL-63, LAW-11).
             */
            allocationReason?: string | null;
            /**
             * 收款日期
             * Format: date
             * @description Booking day; today when left out.
             */
            bookedOn?: string | null;
            /**
             * 收据编号
             * Format: uuid
             * @description Chosen by the client when its form opens, so that a retry posts once.
             */
            id: string;
            /**
             * 违约金
             * @description Late fees paid with it (BIL-52): what accrued on the charges paid is booked as owed, whether it is paid or not.
             */
            lateFees?: components["schemas"]["PostReceiptLateFeeDto"][] | null;
            /** 收款明细 */
            lines: components["schemas"]["PostReceiptLineDto"][];
            /** 收款方式 */
            methods: components["schemas"]["PostReceiptMethodDto"][];
            /**
             * 收费对象
             * Format: uuid
             */
            payerId: string;
            /** 预收 */
            prepayment?: components["schemas"]["PostReceiptPrepaymentDto"] | null;
            /** 备注 */
            remark?: string | null;
        };
        PostReceiptLateFeeDto: {
            /**
             * 违约金
             * @description At most what accrued; what is not paid of it stays owed.
             */
            amountFen: number;
            /**
             * 逾期应收
             * Format: uuid
             * @description The overdue charge.
             */
            chargeId: string;
        };
        PostReceiptLineDto: {
            /**
             * 收款金额
             * @description From 1 fen to what is still owed.
             */
            amountFen: number;
            /**
             * 应收
             * Format: uuid
             */
            chargeId: string;
        };
        PostReceiptMethodDto: {
            /**
             * 专用预收的收费项目
             * Format: uuid
             * @description For PREPAYMENT: the fee item whose money (专用) is drawn on; general money (通用) when left out.
             */
            feeItemId?: string | null;
            /**
             * 收款方式
             * @enum {string}
             */
            method: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE" | "PREPAYMENT" | "OTHER";
            /**
             * 凭证号
             * @description Number of the slip; required for card, transfer and cheque.
             */
            referenceNo?: string | null;
            /**
             * 预收所属房间
             * Format: uuid
             * @description For PREPAYMENT: the room whose prepayment account of this payer is drawn on.
             */
            roomId?: string | null;
            /**
             * 实收金额
             * @description What was handed over; with cash, change may be among it.
             */
            tenderedFen: number;
        };
        PostReceiptPrepaymentDto: {
            /** 转入预收 */
            amountFen: number;
            /**
             * 专用项目
             * Format: uuid
             * @description The only fee item the money is to pay for (专用); general money (通用) when left out.
             */
            feeItemId?: string | null;
            /**
             * 预收房间
             * Format: uuid
             */
            roomId: string;
        };
        PostRefundDto: {
            /** 退款金额 */
            amountFen: number;
            /**
             * 退款编号
             * Format: uuid
             * @description Chosen by the client, so that a retry pays once.
             */
            id: string;
            /**
             * 退款方式
             * @enum {string}
             */
            method: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE" | "PREPAYMENT" | "OTHER";
            /** 退款原因 */
            reason: string;
            /**
             * 红字收据
             * Format: uuid
             */
            redReceiptId: string;
            /**
             * 凭证号
             * @description Number of the slip; required for card, transfer and cheque.
             */
            referenceNo?: string | null;
            /**
             * 支付班次
             * Format: uuid
             * @description The open shift whose till the money leaves; left out, one's own, else that of the receipt's cashier.
             */
            shiftId?: string | null;
        };
        PreferencesDto: {
            contactHours: string | null;
            /** @enum {string|null} */
            contactWay: "WECHAT" | "PHONE" | "SMS" | "EMAIL" | "VISIT" | null;
            /** @enum {string|null} */
            language: "OTHER" | "MANDARIN" | "CANTONESE" | "ENGLISH" | null;
            noMarketing: boolean;
        };
        PrepaymentAssignmentDto: {
            /**
             * 预收账户
             * Format: uuid
             */
            accountId: string;
            /**
             * 新房间
             * @description Place of the new room in `parts`, from 0.
             */
            part: number;
        };
        PrepaymentDto: {
            balanceFen: number;
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description The only fee item the money pays for (专用); null is general money (通用). */
            feeItemId: string | null;
            feeItemName: string | null;
            id: string;
            lastMovedOn: string | null;
            roomCode: string;
            roomId: string;
        };
        PrepaymentMovementDto: {
            /** @description Into the account positive. */
            amountFen: number;
            balanceAfterFen: number;
            bookedOn: string;
            createdAt: string;
            /** @description The paper behind it when it is no receipt: the refund, or the transfer it was carried over by. */
            documentNo: string | null;
            id: string;
            receiptId: string | null;
            receiptNo: string | null;
            /** @enum {string} */
            source: "OFFSET" | "REVERSAL" | "DEPOSIT" | "REFUND" | "MOVE" | "TOP_UP" | "CARRY_OVER";
        };
        PrepaymentMovementPageDto: {
            items: components["schemas"]["PrepaymentMovementDto"][];
            nextCursor: string | null;
        };
        PrepaymentPageDto: {
            /** @description Balance of all accounts found, whatever the stretch. */
            balanceFen: number;
            items: components["schemas"]["PrepaymentDto"][];
            nextCursor: string | null;
        };
        PrepaymentRefundDto: {
            amountFen: number;
            createdAt: string;
            customerId: string;
            customerName: string;
            id: string;
            /** @enum {string|null} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT" | null;
            paidByName: string | null;
            paidOn: string | null;
            reason: string;
            /** @description Number of the refund, once it is paid. */
            refundNo: string | null;
            requestedByName: string;
            roomCode: string;
            roomId: string;
            /** @enum {string} */
            status: "OPEN" | "CANCELLED" | "PAID";
        };
        PrepaymentRefundPageDto: {
            items: components["schemas"]["PrepaymentRefundDto"][];
            nextCursor: string | null;
        };
        PreviewCorrectionDto: {
            /**
             * 正确金额
             * @description What the charge should have been.
             */
            amountFen: number;
        };
        PreviewExportDto: {
            /**
             * 筛选条件
             * @description As in RequestExportDto.
             */
            filter: {
                [key: string]: unknown;
            };
            /**
             * 导出内容
             * @enum {string}
             */
            kind: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS";
        };
        PriceBoardDto: {
            address: string | null;
            /** @description The day the prices are in force, YYYY-MM-DD. */
            date: string;
            projectName: string;
            /** @description In the order of the fee items. */
            rows: components["schemas"]["PriceBoardRowDto"][];
            telephone: string | null;
        };
        PriceBoardRowDto: {
            /** @description What it goes by, e.g. 按面积（收费面积）. */
            base: string;
            /** @description 代收代付: collected for others, nothing added (BIL-07). */
            collectedForOthers: boolean;
            /** @description 月, 季, 半年 or 年; null where there is none. */
            cycle: string | null;
            /** @description When it falls due, e.g. 当月 20 日. */
            due: string | null;
            feeItemName: string;
            legalBasis: string | null;
            /** @description Name of the rate or pool; null for items that are priced one by one. */
            name: string | null;
            /** @description E.g. 2.38 元/m²·月 + 附加费 20.00 元. */
            price: string;
        };
        PrintMeterDto: {
            /** @description 本次读数. */
            current: string;
            /** @description 倍率. */
            multiplier: string;
            /** @description 上次读数. */
            previous: string;
            /** @description 用量, after the multiplier. */
            usage: string;
        };
        PrintQrCodeDto: {
            /** @description Words under the code, e.g. `微信扫码缴费`. */
            caption: string;
            /** @description `data:image/png;base64,…` or `data:image/jpeg;base64,…`. */
            image: string;
        };
        PrintRoomDto: {
            /** @description Charged area in m²; null when none is known. */
            areaM2: string | null;
            /** @description Room number (房号), e.g. `1-2-1011`. */
            code: string;
            /** @description Full name through the building directory, e.g. `1栋2单元1011室`; null when it says no more than the code. */
            name: string | null;
        };
        PrivacyNoticeDto: {
            createdByName: string;
            id: string;
            startsOn: string;
            text: string;
            version: string;
        };
        PrivacyNoticesDto: {
            items: components["schemas"]["PrivacyNoticeDto"][];
        };
        PrivacyRequestDto: {
            closedAt: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description Last day for the answer. */
            dueOn: string;
            handlerName: string | null;
            id: string;
            /** @enum {string} */
            kind: "ACCESS" | "COPY" | "CORRECTION" | "DELETION" | "EXPLANATION";
            overdue: boolean;
            receivedOn: string;
            /** @enum {string} */
            requester: "RELATIVE" | "SELF" | "GUARDIAN";
            requesterName: string | null;
            result: string | null;
            /** @enum {string} */
            state: "REJECTED" | "OPEN" | "DONE" | "IN_PROGRESS";
            text: string;
            /** @enum {string} */
            way: "WECHAT" | "PHONE" | "EMAIL" | "COUNTER" | "LETTER";
        };
        PrivacyRequestPageDto: {
            items: components["schemas"]["PrivacyRequestDto"][];
            nextCursor: string | null;
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
            exportApprovalRows: number;
            /** @description YYYY-MM */
            firstPeriod: string;
            id: string;
            /** @description Four names from project to room. */
            levelNames: string[];
            modules: ("customer" | "property" | "billing" | "parking")[];
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
            exportApprovalRows: number;
            /** @description YYYY-MM */
            firstPeriod: string;
            id: string;
            /** @description Rooms with missing mandatory data. */
            incompleteRooms: number;
            /** @description Four names from project to room. */
            levelNames: string[];
            modules: ("customer" | "property" | "billing" | "parking")[];
            moveInOn: string | null;
            name: string;
            noticeNote: string | null;
            rooms: number;
            shortName: string;
            telephone: string | null;
            timeZone: string;
        };
        ProposeRestructureDto: {
            /**
             * 拆分份数
             * @description Split only: how many parts.
             */
            count?: number | null;
            /**
             * 生效日期
             * Format: date
             * @description First day of the new rooms.
             */
            effectiveOn: string;
            /**
             * 种类
             * @enum {string}
             */
            kind: "SPLIT" | "MERGE";
            /** 房间 */
            roomIds: string[];
        };
        PublishNoticeDto: {
            /**
             * 启用日期
             * Format: date
             * @description First day on which it is handed out.
             */
            startsOn: string;
            /** 告知内容 */
            text: string;
            /**
             * 版本
             * @description e.g. 2026-01
             */
            version: string;
        };
        PublishRunDto: {
            /**
             * 跳过无收费对象的明细
             * @description Publishes the others when some lines have no payer; without it such lines stop the publication.
             */
            skipWithoutPayer?: boolean;
        };
        RateDto: {
            active: boolean;
            /** @enum {string} */
            areaKind: "BUILDING" | "CHARGE" | "INNER" | "USABLE";
            /** @enum {string} */
            base: "METERED" | "AREA" | "COUNT" | "HOUSEHOLD" | "FIXED" | "FORMULA";
            /** @description Whether anything was billed with it: then only name, legal basis and minimum months may change. */
            billed: boolean;
            /** @enum {string} */
            changePolicy: "SPLIT_DAYS" | "NEXT_MONTH";
            collectedForOthers: boolean;
            /** @description The price in force today; null before the first and after the last. */
            current: components["schemas"]["RateVersionDto"] | null;
            /** @enum {string} */
            cycle: "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";
            dueDays: number;
            /** @enum {string} */
            dueRule: "DAY_OF_MONTH" | "DAY_OF_NEXT_MONTH" | "DAYS_AFTER_ISSUE" | "END_OF_PERIOD";
            feeItemCode: string;
            feeItemId: string;
            feeItemName: string;
            formula: string | null;
            id: string;
            legalBasis: string | null;
            minimumMonths: number | null;
            name: string;
            /** @enum {string} */
            proration: "ACTUAL_DAYS" | "FIXED_30" | "HALF_MONTH" | "WHOLE_MONTH" | "FROM_NEXT_MONTH";
            /** @description Rooms bound today. */
            roomCount: number;
            /** @enum {string} */
            roundingMode: "HALF_UP" | "HALF_EVEN" | "CEIL" | "FLOOR";
            /** @enum {string} */
            roundingUnit: "1" | "0.01" | "0.1";
            /** @enum {string|null} */
            tierBasis: "MONTH" | "YEAR" | "CYCLE" | null;
            /** @enum {string} */
            timing: "PREPAID" | "POSTPAID";
            versions: components["schemas"]["RateVersionDto"][];
        };
        RatePageDto: {
            items: components["schemas"]["RateDto"][];
            total: number;
        };
        RateTierDto: {
            /**
             * 起始用量
             * @description Use at which it begins; may be left out: where the one before ends. A gap or an overlap is refused.
             */
            from?: string | null;
            /**
             * 每人增加用量
             * @description How much its end grows with every person of the household above `basePersons`.
             */
            perPerson?: string | null;
            /** 阶梯单价 */
            price: string;
            /**
             * 用量上限
             * @description Use at which it ends; null for the last, which must be open.
             */
            upTo: string | null;
        };
        RateVersionDto: {
            /** @description People of a household that the tiers are made for. */
            basePersons: number | null;
            /** @description Last day billed at this price; null while nothing was billed: then the price may still be changed. */
            billedTo: string | null;
            /** @description Last day; null while it lasts. */
            endsOn: string | null;
            id: string;
            startsOn: string;
            surcharge: string;
            /** @description 阶梯, the smallest use first; empty where every unit costs the same. */
            tiers: components["schemas"]["RateTierDto"][];
            unitPrice: string;
        };
        ReadingChargeDto: {
            amountFen: number;
            id: string;
            openFen: number;
            reversed: boolean;
        };
        ReadingDto: {
            alerts: ("ROLLED_OVER" | "ZERO" | "HIGH" | "SEASONAL" | "ESTIMATED")[];
            charges: components["schemas"]["ReadingChargeDto"][];
            createdAt: string;
            createdByName: string;
            estimated: boolean;
            id: string;
            /** @enum {string} */
            kind: "REGULAR" | "TRANSFER" | "RESTRUCTURE" | "REMOVAL";
            meterId: string;
            meterNo: string;
            /** @description Month the use belongs to. */
            period: string;
            photoCount: number;
            previous: string;
            readOn: string;
            /** @description Why it is right although it is unusual. */
            reason: string | null;
            rolledOver: boolean;
            /** @description First and last day that its use covers. */
            serviceFrom: string;
            serviceTo: string;
            /** @enum {string} */
            status: "VALID" | "CORRECTED" | "DELETED";
            /** @description Why it was corrected or deleted. */
            undoReason: string | null;
            use: string;
            value: string;
        };
        ReadingPageDto: {
            items: components["schemas"]["ReadingDto"][];
            total: number;
        };
        ReceiptAllocationDto: {
            /** @description Both together. */
            amountFen: number;
            chargeId: string;
            feeItemName: string;
            /** @description Settled by prepayment. */
            offsetFen: number;
            /** @description Still owed of the charge now. */
            openFen: number;
            period: string;
            /** @description The charge's full amount. */
            receivableFen: number;
            /** @description Settled by money. */
            receivedFen: number;
            roomCode: string;
            roomId: string;
            serviceFrom: string;
            serviceTo: string;
        };
        ReceiptBookDto: {
            checkedAt: string | null;
            checkedByName: string | null;
            checkNote: string | null;
            createdAt: string;
            firstNo: number;
            id: string;
            issuedToId: string | null;
            issuedToName: string | null;
            /** @enum {string} */
            kind: "RECEIPT" | "REFUND";
            lastNo: number;
            left: number;
            /** @description The next number; null when the book is used up or out of use. */
            nextNo: number | null;
            /** @description The next number as it is printed. */
            nextText: string | null;
            prefix: string;
            /** @description Blank papers spoiled: the gaps in the numbers. */
            spoiled: number;
            /** @enum {string} */
            status: "ACTIVE" | "RETURNED" | "CHECKED";
            /** @description Numbers on valid papers. */
            used: number;
            /** @description Papers undone by a red one, their copy taken back. */
            voided: number;
            width: number;
        };
        ReceiptBookPageDto: {
            items: components["schemas"]["ReceiptBookDto"][];
            nextCursor: string | null;
        };
        ReceiptDetailDto: {
            /** @description Why the project's order of payment was not kept. */
            allocationReason: string | null;
            /** @description Total; negative on a red receipt. */
            amountFen: number;
            /** @description Booking day. */
            bookedOn: string;
            cashierId: string;
            cashierName: string;
            changeFen: number;
            /** @description Part allocated to charges. */
            chargesFen: number;
            createdAt: string;
            id: string;
            lines: components["schemas"]["ReceiptAllocationDto"][];
            methods: components["schemas"]["ReceiptTenderDto"][];
            payerId: string;
            payerName: string;
            payerNumber: string;
            /** @description Booking month, YYYY-MM. */
            period: string;
            /** @description Part kept as prepayment. */
            prepaymentFen: number;
            /** @description The room whose prepayment account was topped up. */
            prepaymentRoomCode: string | null;
            printCount: number;
            receiptNo: string;
            /** @description Of a red receipt: what may still be paid back; 0 otherwise. */
            refundableFen: number;
            refunds: components["schemas"]["RefundDto"][];
            remark: string | null;
            /** @description The red receipt that undid this one. */
            reversedBy: components["schemas"]["ReceiptRefDto"] | null;
            /** @description The receipt this red one undoes. */
            reverses: components["schemas"]["ReceiptRefDto"] | null;
            /** @description Codes of the rooms it concerns. */
            roomCodes: string[];
            /** @description The shift it belongs to, if any. */
            shiftId: string | null;
            shiftNo: string | null;
            /** @enum {string} */
            status: "VALID" | "REVERSED" | "VOIDED" | "RED";
        };
        ReceiptDto: {
            /** @description Why the project's order of payment was not kept. */
            allocationReason: string | null;
            /** @description Total; negative on a red receipt. */
            amountFen: number;
            /** @description Booking day. */
            bookedOn: string;
            cashierId: string;
            cashierName: string;
            changeFen: number;
            /** @description Part allocated to charges. */
            chargesFen: number;
            createdAt: string;
            id: string;
            methods: components["schemas"]["ReceiptTenderDto"][];
            payerId: string;
            payerName: string;
            payerNumber: string;
            /** @description Booking month, YYYY-MM. */
            period: string;
            /** @description Part kept as prepayment. */
            prepaymentFen: number;
            receiptNo: string;
            remark: string | null;
            /** @description Codes of the rooms it concerns. */
            roomCodes: string[];
            /** @description The shift it belongs to, if any. */
            shiftId: string | null;
            shiftNo: string | null;
            /** @enum {string} */
            status: "VALID" | "REVERSED" | "VOIDED" | "RED";
        };
        ReceiptInvoiceDto: {
            invoiceNo: string;
            markedByName: string;
            /** @description Of the red invoice, once it is reversed. */
            redInvoiceNo: string | null;
        };
        ReceiptLineDto: {
            /** @description Principal collected by this receipt. */
            amountFen: number;
            /** @description 优惠减免 on this charge. */
            discountFen: number;
            /** @description First and last day of service, both included; null for one-off charges. */
            from: string | null;
            itemName: string;
            /** @description Late fee collected with it. */
            lateFeeFen: number;
            /** @description Only for metered items. */
            meter: components["schemas"]["PrintMeterDto"] | null;
            quantity: string | null;
            /** @description The charge's full amount; differs from `amountFen` in a partial payment. */
            receivableFen: number;
            /** @description Room number, shown when the receipt covers several rooms; null for charges without a room. */
            roomCode: string | null;
            to: string | null;
            /** @description Unit of the quantity, e.g. `㎡`, `户`, `吨`. */
            unit: string | null;
            /** @description Price of one unit in yuan; null for a fixed amount. */
            unitPrice: string | null;
        };
        ReceiptMethodDto: {
            amountFen: number;
            /** @description `现金`, `微信`, … */
            name: string;
            /** @description Number of the bank slip or channel; null where none is kept. */
            referenceNo: string | null;
        };
        ReceiptPageDto: {
            items: components["schemas"]["ReceiptDto"][];
            nextCursor: string | null;
        };
        ReceiptPrintDto: {
            cashierName: string;
            changeFen: number;
            /** @description Names of the copies, one sheet each, e.g. `第一联 存根`; empty prints one sheet without a name. */
            copies: string[];
            lines: components["schemas"]["ReceiptLineDto"][];
            methods: components["schemas"]["ReceiptMethodDto"][];
            /** @description 收款单位, the company whose seal is put on; the project's name when null. */
            payeeName: string | null;
            payerName: string;
            payerNo: string | null;
            /** @description What went to prepayments (转入预收); 0 when nothing. Negative on a red receipt. */
            prepaymentFen: number;
            /** @description Full name of the property organisation of the project (PRP-01). */
            projectName: string;
            receiptNo: string;
            receivedOn: string;
            /** @description Set on a red receipt (红字收据). */
            red: components["schemas"]["ReceiptRedDto"] | null;
            remark: string | null;
            /** @description 0 for the first print, n for the n-th reprint (补打). */
            reprintNo: number;
            /** @description Set on a receipt that has been reversed (已红冲). */
            reversed: components["schemas"]["ReceiptReversedDto"] | null;
            rooms: components["schemas"]["PrintRoomDto"][];
            /** @description Cash handed over; null when no cash was taken. */
            tenderedFen: number | null;
            totals: components["schemas"]["ReceiptTotalsDto"];
        };
        ReceiptRedDto: {
            originalDate: string;
            originalNo: string;
            reason: string | null;
        };
        ReceiptRefDto: {
            bookedOn: string;
            byName: string;
            id: string;
            reason: string | null;
            receiptNo: string;
        };
        ReceiptReversedDto: {
            date: string;
            redNo: string;
        };
        ReceiptTenderDto: {
            /** @description What it contributes, change deducted; negative on a red receipt. */
            amountFen: number;
            /** @enum {string} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            referenceNo: string | null;
            tenderedFen: number;
        };
        ReceiptTotalsDto: {
            /** @description The total as 人民币大写. */
            totalCapitals: string;
            totalFen: number;
        };
        ReceiveDailyReportDto: {
            /** 说明 */
            note?: string | null;
        };
        RecheckDefectDto: {
            /**
             * 整改日期
             * Format: date
             */
            doneOn: string;
            /** 说明 */
            remark?: string | null;
            /**
             * 复验结果
             * @enum {string}
             */
            result: "PASS" | "FAIL";
        };
        RecipientDto: {
            assessedOn: string | null;
            /** @enum {string} */
            basis: "CONTRACT" | "LAW" | "CONSENT";
            contact: string | null;
            contractNo: string | null;
            /** @description Gets data today. */
            current: boolean;
            dataKinds: ("PHONE" | "FAMILY" | "ID_NUMBER" | "NAME" | "ADDRESS" | "VEHICLE" | "CHARGES" | "BANK_ACCOUNT" | "FACE")[];
            endsOn: string | null;
            id: string;
            /** @enum {string} */
            kind: "PROCESSOR" | "RECIPIENT" | "JOINT";
            name: string;
            purpose: string;
            remark: string | null;
            startsOn: string;
        };
        RecipientPageDto: {
            items: components["schemas"]["RecipientDto"][];
            total: number;
        };
        ReconciliationDto: {
            items: components["schemas"]["ReconciliationRowDto"][];
            /** @description Days and channels that do not agree and are not explained. */
            open: number;
        };
        ReconciliationRowDto: {
            /** @description Receipts less refunds. */
            bookFen: number;
            /** @enum {string} */
            channel: "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE";
            day: string;
            /** @description Statement less books. */
            differenceFen: number;
            enteredByName: string | null;
            reason: string | null;
            /** @enum {string} */
            state: "MISSING" | "MATCHED" | "DIFFERENT" | "EXPLAINED";
            /** @description Of cash: the deposit slips; null while nothing was entered. */
            statementFen: number | null;
        };
        RecordBankDepositDto: {
            /**
             * 存入账户
             * @description The bank account it went to.
             */
            account: string;
            /** 解款金额 */
            amountFen: number;
            /**
             * 解款日期
             * Format: date
             * @description Day at the bank; not later than today.
             */
            depositedOn: string;
            /**
             * 从当班现金中解款
             * @description Taken out of the till of the person's own open shift; otherwise out of what closed shifts handed in.
             */
            fromShift: boolean;
            /**
             * 解款单编号
             * Format: uuid
             * @description Chosen by the client, so that a retry records once.
             */
            id: string;
            /** 备注 */
            remark?: string | null;
            /**
             * 解款单号
             * @description Number on the bank's slip.
             */
            slipNo: string;
            /**
             * 款项所属日期
             * Format: date
             * @description The day whose takings it is.
             */
            takingsOn: string;
        };
        RecordConsentDto: {
            /**
             * 同意或撤回
             * @enum {string}
             */
            action: "GIVEN" | "WITHDRAWN";
            /**
             * 日期
             * Format: date
             */
            on: string;
            /**
             * 用途
             * @enum {string}
             */
            purpose: "MARKETING" | "FACE" | "DEBIT_ACCOUNT" | "MINOR";
            /** 备注 */
            remark?: string | null;
            /**
             * 方式
             * @enum {string}
             */
            way: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
        };
        RecordGuardianConsentDto: {
            /**
             * 监护人已同意
             * @description Must be ticked: the guardian was told what is kept and why, and agreed.
             */
            agreed: boolean;
            /**
             * 同意日期
             * Format: date
             */
            givenOn: string;
            /**
             * 监护人
             * Format: uuid
             * @description An adult who has to do with the same room.
             */
            guardianId: string;
            /** 备注 */
            remark?: string | null;
            /**
             * 房间
             * Format: uuid
             * @description The room in which child and guardian meet.
             */
            roomId: string;
            /**
             * 同意方式
             * @enum {string}
             */
            way: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
        };
        RecordReadingDto: {
            /**
             * 估抄
             * @description Nobody could read it: a value that was reckoned (估抄).
             */
            estimated?: boolean;
            /**
             * 费用月份
             * @description The month the use belongs to; left out: that of the day.
             */
            period?: string;
            /**
             * 抄表日期
             * Format: date
             */
            readOn: string;
            /**
             * 异常说明
             * @description Confirms what is unusual about it: zero, far above before, estimated, rolled over.
             */
            reason?: string | null;
            /**
             * 已翻转
             * @description Confirms that the meter passed its last number (翻转): without it a lower reading is refused.
             */
            rolledOver?: boolean;
            /** 本次读数 */
            value: string;
        };
        RecoverWriteOffDto: {
            /**
             * 收据编号
             * Format: uuid
             * @description Id of the receipt, chosen by the client: a retry posts once.
             */
            id: string;
            /** 收回明细 */
            lines: components["schemas"]["WriteOffLineInputDto"][];
            /** 收款方式 */
            methods: components["schemas"]["PostReceiptMethodDto"][];
        };
        RefreshedDto: {
            accessToken: string;
            /** @description Seconds the access token lives. */
            expiresIn: number;
        };
        RefundDto: {
            amountFen: number;
            bookedOn: string;
            createdAt: string;
            id: string;
            /** @enum {string} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            paidByName: string;
            payerName: string;
            reason: string;
            /** @description The red receipt it pays back; null for a prepayment balance. */
            redReceiptId: string | null;
            redReceiptNo: string | null;
            referenceNo: string | null;
            refundNo: string;
        };
        RefundPageDto: {
            items: components["schemas"]["RefundDto"][];
            nextCursor: string | null;
        };
        RefundRequestDto: {
            accountHolder: string | null;
            amountFen: number;
            /** @description Where it is reviewed. */
            approvalId: string;
            bankAccountMasked: string | null;
            bankName: string | null;
            channelReason: string | null;
            createdAt: string;
            decidedByName: string | null;
            id: string;
            /** @enum {string} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            note: string | null;
            /** @enum {string|null} */
            originalReceipt: "RETURNED" | "LOST" | null;
            paidByName: string | null;
            paidOn: string | null;
            payerId: string;
            payerName: string;
            reason: string;
            /** @description Once it is paid. */
            refundNo: string | null;
            requestedByName: string;
            requestNo: string;
            /** @enum {string} */
            source: "PREPAYMENT" | "DEPOSIT" | "RED_RECEIPT";
            sourceId: string;
            /** @description Number of the red receipt or deposit; room of the prepayment. */
            sourceNo: string;
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN" | "PAID";
        };
        RefundRequestPageDto: {
            items: components["schemas"]["RefundRequestDto"][];
            nextCursor: string | null;
        };
        RegisterRequestDto: {
            /**
             * 请求类型
             * @enum {string}
             */
            kind: "ACCESS" | "COPY" | "CORRECTION" | "DELETION" | "EXPLANATION";
            /**
             * 收到日期
             * Format: date
             */
            receivedOn: string;
            /**
             * 请求人
             * @enum {string}
             */
            requester: "SELF" | "GUARDIAN" | "RELATIVE";
            /**
             * 请求人姓名
             * @description Needed unless he asks himself.
             */
            requesterName?: string | null;
            /** 请求内容 */
            text: string;
            /**
             * 收到方式
             * @enum {string}
             */
            way: "COUNTER" | "PHONE" | "WECHAT" | "EMAIL" | "LETTER";
        };
        RegisterVehicleDto: {
            /** 汽车颜色 */
            color: string;
            /**
             * 车主
             * Format: uuid
             */
            customerId: string;
            /**
             * 停放方式
             * @enum {string}
             */
            kind: "MONTHLY" | "OWNED" | "INTERNAL" | "FREE";
            /** 汽车型号 */
            model: string;
            /**
             * 车牌号码
             * @description Stored in capitals without blanks and dots; full-width characters are taken. Unique among vehicles in use.
             */
            plate: string;
            /**
             * 主副车
             * @enum {string}
             */
            rank: "MAIN" | "SECOND";
            /** 备注 */
            remark?: string | null;
            /**
             * 房间
             * Format: uuid
             */
            roomId?: string | null;
            /**
             * 车位
             * Format: uuid
             */
            spaceId?: string | null;
            /**
             * 起始日期
             * Format: date
             * @description First day.
             */
            startsOn: string;
        };
        RehearseRunDto: {
            /** 楼栋 */
            buildingIds?: string[];
            /** 收费项目 */
            feeItemIds?: string[];
            /** 账期 */
            period: string;
            /** 房间 */
            roomIds?: string[];
        };
        RejectApplicationDto: {
            /** 拒绝理由 */
            note: string;
        };
        RejectApprovalDto: {
            /** 拒绝原因 */
            reason: string;
        };
        RelationDto: {
            /** @description What an agent may do. */
            authority: string | null;
            /** @description When a wrong entry was corrected; null when it never was. */
            correctedAt: string | null;
            customerId: string;
            /** @enum {string} */
            customerKind: "PERSON" | "COMPANY";
            customerName: string;
            customerNumber: string;
            endReason: string | null;
            endsOn: string | null;
            /** @description Whose household a family member belongs to. */
            headId: string | null;
            headName: string | null;
            id: string;
            isPrimaryContact: boolean;
            /** @enum {string|null} */
            kinship: "OTHER" | "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | null;
            mobileMasked: string | null;
            /** @description The relation this one continues with something changed. */
            previousId: string | null;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            roomCode: string;
            roomId: string;
            roomName: string;
            share: string | null;
            startsOn: string;
        };
        RelationEdgeDto: {
            customerId: string;
            headName: string | null;
            isPrimaryContact: boolean;
            /** @enum {string|null} */
            kinship: "OTHER" | "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | null;
            relationId: string;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            roomId: string;
            share: string | null;
            startsOn: string;
        };
        RelationGraphDto: {
            edges: components["schemas"]["RelationEdgeDto"][];
            /** @description There was more than fits into a picture: the table and the pages have all of it. */
            isCut: boolean;
            nodes: components["schemas"]["RelationNodeDto"][];
            on: string;
        };
        RelationNodeDto: {
            /** @description Customer number, name of the room. */
            hint: string;
            id: string;
            /** @enum {string} */
            kind: "ROOM" | "CUSTOMER";
            /** @description Name of the person, code of the room. */
            name: string;
            /** @description 0 the one asked about, 1 his direct relations, 2 theirs. */
            step: number;
        };
        RemoveMemberDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn: string;
            /** 结束原因 */
            reason: string;
        };
        RemoveMeterDto: {
            /**
             * 拆表读数
             * @description What the old meter showed last.
             */
            endReading: string;
            /**
             * 费用月份
             * @description The month the use is billed in; left out: that of the day.
             */
            period?: string;
            /** 原因 */
            reason: string;
            /**
             * 拆表日期
             * Format: date
             */
            removedOn: string;
            /**
             * 已翻转
             * @description The old meter passed its last number since the reading before.
             */
            rolledOver?: boolean;
        };
        RenameFilterDto: {
            /**
             * 名称
             * @description Unique among one's own of the list; a shared one among those shared.
             */
            name: string;
            /**
             * 全管理区可用
             * @description Everybody in the project sees it; needs the right for settings.
             */
            shared?: boolean | null;
        };
        ReopeningDto: {
            approvedByName: string;
            reason: string;
            reopenedAt: string;
            requestedByName: string;
        };
        ReopenPeriodDto: {
            /**
             * 反结账原因
             * @description Why; it is read by the second person and kept for good.
             */
            reason: string;
        };
        ReopenRequestDto: {
            /** @description The approval to be decided (审批). */
            approvalId: string;
        };
        ReplaceMeterDto: {
            /** 新表位数 */
            digits: number;
            /**
             * 拆表读数
             * @description What the old meter showed last.
             */
            endReading: string;
            /** 新表倍率 */
            multiplier: string;
            /** 新表号 */
            no: string;
            /**
             * 费用月份
             * @description The month the use is billed in; left out: that of the day.
             */
            period?: string;
            /** 原因 */
            reason: string;
            /**
             * 拆表日期
             * Format: date
             */
            removedOn: string;
            /** 新表为反转表 */
            reverse?: boolean;
            /**
             * 已翻转
             * @description The old meter passed its last number since the reading before.
             */
            rolledOver?: boolean;
            /** 新表起始读数 */
            startReading: string;
        };
        RequestExportDto: {
            /**
             * 导出的列
             * @description Keys of the columns; all when left out. Those an import needs are always there.
             */
            columns?: string[] | null;
            /**
             * 筛选条件
             * @description The filter of the list that is exported, as in its query: `GET rooms` for ROOMS, `GET customers` for CUSTOMERS and
             *     PAYERS, `GET parking-spaces` for SPACES, `GET bindings` for BINDINGS, e.g. `{"buildingId": "…", "incomplete": "true"}`.
             *     Page and order are passed over.
             */
            filter: {
                [key: string]: unknown;
            };
            /**
             * 包含完整号码
             * @description Whole telephone and document numbers instead of masked ones; needs the right to see them, and approval.
             */
            includeNumbers?: boolean | null;
            /**
             * 导出内容
             * @enum {string}
             */
            kind: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS";
            /**
             * 导出原因
             * @description What the data are for; stands in the file, the register and the audit log.
             */
            reason: string;
        };
        RequestRefundDto: {
            /**
             * 收款户名
             * @description For a transfer.
             */
            accountHolder?: string | null;
            /**
             * 退款金额
             * @description Not more than was paid, less what is paid back or asked for already.
             */
            amountFen: number;
            /**
             * 银行账号
             * @description Kept encrypted, shown by its last four digits.
             */
            bankAccount?: string | null;
            /** 开户银行 */
            bankName?: string | null;
            /**
             * 不原路退回的原因
             * @description Why not the way it came in; required when it is another one.
             */
            channelReason?: string | null;
            /**
             * 退款申请编号
             * Format: uuid
             * @description Chosen by the client when its form opens, so that a retry asks once.
             */
            id: string;
            /**
             * 退款方式
             * @description The way the money came in, if possible.
             * @enum {string}
             */
            method: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE" | "PREPAYMENT" | "OTHER";
            /**
             * 原收据
             * @description Of a deposit: the receipt that was given for it.
             * @enum {string|null}
             */
            originalReceipt?: "RETURNED" | "LOST" | null;
            /** 退款原因 */
            reason: string;
            /**
             * 退款来源
             * @enum {string}
             */
            source: "RED_RECEIPT" | "DEPOSIT" | "PREPAYMENT";
            /**
             * 退款对象
             * Format: uuid
             * @description Id of the red receipt, the deposit or the prepayment account.
             */
            sourceId: string;
        };
        RequestTransferApprovalDto: {
            /** 申请原因 */
            reason: string;
            /** 版本 */
            version: number;
        };
        RequestWaiverDto: {
            /**
             * 减免单编号
             * Format: uuid
             * @description Chosen by the client when its form opens, so that a retry asks once.
             */
            id: string;
            /** 减免明细 */
            lines: components["schemas"]["WaiverLineInputDto"][];
            /** 情况说明 */
            reason: string;
            /**
             * 减免原因
             * @enum {string}
             */
            reasonCode: "VACANT" | "SERVICE" | "BILLING_ERROR" | "HARDSHIP" | "PROMOTION" | "COURT" | "OTHER";
        };
        RequestWriteOffDto: {
            /**
             * 核销单编号
             * Format: uuid
             * @description Chosen by the client when its form opens, so that a retry asks once.
             */
            id: string;
            /** 核销明细 */
            lines: components["schemas"]["WriteOffLineInputDto"][];
            /**
             * 情况说明
             * @description What was done to collect it, and why nothing more can be expected.
             */
            reason: string;
            /**
             * 坏账原因
             * @enum {string}
             */
            reasonCode: "LIMITATION" | "BANKRUPT" | "DECEASED" | "COURT" | "UNREACHABLE" | "OTHER";
        };
        RestoreRestructureDto: {
            /** 复原原因 */
            reason: string;
            /** 版本 */
            version: number;
        };
        RestructureBindingChoiceDto: {
            /** @description RateBase */
            base: string;
            bindingId: string;
            feeItemId: string;
            feeItemName: string;
            /** @description The standard counts pieces: each new room needs a quantity. */
            needsQuantity: boolean;
            /** @description Paid up to this day beyond the last one; the new binding begins the day after. */
            paidThrough: string | null;
            /** @description That of the old room. */
            quantity: string | null;
            rateName: string;
            roomCode: string;
        };
        RestructureDetailDto: {
            /** @description The pending or last request. */
            approvalId: string | null;
            approvedByName: string | null;
            createdAt: string;
            doneAt: string | null;
            effectiveOn: string;
            id: string;
            /** @enum {string} */
            kind: "SPLIT" | "MERGE";
            /** @description What the last preview before the request showed. */
            lines: components["schemas"]["RestructureLineDto"][];
            newRooms: components["schemas"]["RestructureRoomRefDto"][];
            number: string;
            oldRooms: components["schemas"]["RestructureRoomRefDto"][];
            plan: components["schemas"]["RestructurePlanDto"];
            reason: string;
            requestedByName: string;
            restoredAt: string | null;
            restoredByName: string | null;
            restoreReason: string | null;
            /** @enum {string} */
            state: "PENDING" | "DONE" | "VOID" | "DRAFT" | "RESTORED";
            version: number;
        };
        RestructuredRoomDto: {
            buildingArea: string;
            buildingName: string;
            chargeArea: string;
            code: string;
            floor: number;
            id: string;
            innerArea: string | null;
            name: string;
            unitName: string;
            usableArea: string | null;
        };
        RestructureDto: {
            /** @description The pending or last request. */
            approvalId: string | null;
            approvedByName: string | null;
            createdAt: string;
            doneAt: string | null;
            effectiveOn: string;
            id: string;
            /** @enum {string} */
            kind: "SPLIT" | "MERGE";
            newRooms: components["schemas"]["RestructureRoomRefDto"][];
            number: string;
            oldRooms: components["schemas"]["RestructureRoomRefDto"][];
            reason: string;
            requestedByName: string;
            restoredAt: string | null;
            restoredByName: string | null;
            restoreReason: string | null;
            /** @enum {string} */
            state: "PENDING" | "DONE" | "VOID" | "DRAFT" | "RESTORED";
            version: number;
        };
        RestructureLineDto: {
            after: string | null;
            before: string | null;
            label: string;
            roomCode: string;
            /** @enum {string} */
            topic: "ROOM" | "PREPAYMENT" | "PAYER" | "CHARGE" | "VEHICLE" | "RELATION" | "BINDING" | "DEBIT";
        };
        RestructureOwnerChoiceDto: {
            customerId: string;
            name: string;
            number: string;
            /** @description Share in each old room, e.g. 1-101 50 %. */
            rooms: string;
            share: string | null;
        };
        RestructurePageDto: {
            items: components["schemas"]["RestructureDto"][];
            total: number;
        };
        RestructurePartDto: {
            /**
             * 建筑面积
             * @description m²; the new rooms together have exactly what the old ones had.
             */
            buildingArea: string;
            /**
             * 收费面积
             * @description m²; together at most what the old rooms had.
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
             * 套内面积
             * @description m²
             */
            innerArea?: string | null;
            /** 户型 */
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
             * 归属业主
             * Format: uuid
             * @description Split only: this part belongs to this owner of the old room alone; left out, all relations are copied as they are.
             */
            ownerId?: string | null;
            /**
             * 使用面积
             * @description m²
             */
            usableArea?: string | null;
        };
        RestructurePlanDto: {
            /**
             * 收费标准分配
             * @description Every rate binding in force on the old rooms, and who gets it.
             */
            bindings: components["schemas"]["BindingAssignmentDto"][];
            /**
             * 生效日期
             * Format: date
             * @description First day of the new rooms; the old ones end the day before.
             */
            effectiveOn: string;
            /**
             * 种类
             * @enum {string}
             */
            kind: "SPLIT" | "MERGE";
            /**
             * 合并后的业主
             * @description Merge of rooms whose owners or shares differ: the owners of the new room. Empty copies what all rooms have alike.
             */
            owners: components["schemas"]["ResultingOwnerDto"][];
            /**
             * 新房间
             * @description Split: 2 to 20. Merge: one.
             */
            parts: components["schemas"]["RestructurePartDto"][];
            /**
             * 收费对象
             * Format: uuid
             * @description Merge: who pays for the new room, all fee items. Left out, what all rooms have alike is copied.
             */
            payerId?: string | null;
            /**
             * 预收分配
             * @description Every prepayment account with a balance, and who gets it.
             */
            prepayments: components["schemas"]["PrepaymentAssignmentDto"][];
            /**
             * 房间
             * @description Split: the one room. Merge: 2 to 20 rooms of one building.
             */
            roomIds: string[];
            /**
             * 车辆分配
             * @description Split: who gets a vehicle of the room. One left out goes with its holder's part, else with the first shared one.
             */
            vehicles?: components["schemas"]["VehicleAssignmentDto"][] | null;
        };
        RestructurePrepaymentChoiceDto: {
            accountId: string;
            balanceFen: number;
            customerName: string;
            roomCode: string;
        };
        RestructurePreviewDto: {
            buildingAreaAfter: string;
            /** @description m² of all old rooms and of all new ones. */
            buildingAreaBefore: string;
            chargeAreaAfter: string;
            chargeAreaBefore: string;
            /** @description Stands for the state of the rooms this was computed from. */
            fingerprint: string;
            lastDay: string;
            lines: components["schemas"]["RestructureLineDto"][];
            problems: components["schemas"]["RestructureProblemDto"][];
            rooms: components["schemas"]["RestructuredRoomDto"][];
        };
        RestructureProblemDto: {
            /** @description Whether it stands in the way; otherwise it is for information. */
            blocking: boolean;
            code: string;
            /** @description The field of the plan it is about, e.g. parts.1.code. */
            field: string | null;
            /** @description Page of the console where it can be settled, below the project. */
            link: string | null;
            message: string;
        };
        RestructureProposalDto: {
            bindings: components["schemas"]["RestructureBindingChoiceDto"][];
            owners: components["schemas"]["RestructureOwnerChoiceDto"][];
            /** @description Merge: the rooms' owners or shares differ, so that `plan.owners` must be filled. */
            ownersDiffer: boolean;
            plan: components["schemas"]["RestructurePlanDto"];
            prepayments: components["schemas"]["RestructurePrepaymentChoiceDto"][];
            rooms: components["schemas"]["RestructuredRoomDto"][];
            vehicles: components["schemas"]["RestructureVehicleChoiceDto"][];
        };
        RestructureRoomRefDto: {
            code: string;
            id: string | null;
        };
        RestructureVehicleChoiceDto: {
            customerName: string;
            plate: string;
            relationId: string;
            roomCode: string;
            spaceCode: string | null;
        };
        RestructureVersionDto: {
            /** 版本 */
            version: number;
        };
        ResultingOwnerDto: {
            /**
             * 业主
             * Format: uuid
             */
            customerId: string;
            /**
             * 产权份额
             * @description Per cent; together 100.
             */
            share: string;
        };
        RetireVehicleDto: {
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn: string;
            /** 结束原因 */
            reason: string;
        };
        ReverseChargeDto: {
            /** 红冲原因 */
            reason: string;
        };
        ReverseReceiptDto: {
            /**
             * 红冲日期
             * Format: date
             * @description Booking day of the red receipt; only today, or left out.
             */
            bookedOn?: string | null;
            /**
             * 客户联已收回
             * @description The customer's copy was taken back; required for a printed receipt of a book (BIL-72).
             */
            copyReturned?: boolean | null;
            /** 红冲原因 */
            reason: string;
        };
        ReverseRunDto: {
            /** 红冲原因 */
            reason: string;
        };
        ReverseWaiverDto: {
            /** 冲回原因 */
            reason: string;
        };
        RoleDto: {
            /** @description Built-in roles can be read, not changed. */
            builtIn: boolean;
            /** @description Stable code; that of built-in roles is known to the program. */
            code: string;
            homePath: string;
            id: string;
            name: string;
            permissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "property:identity" | "property:areas" | "property:state" | "property:inspect" | "property:restructure" | "property:approve" | "customer:read" | "customer:write" | "customer:unmask" | "customer:key-data" | "customer:merge" | "customer:privacy" | "customer:transfer" | "customer:approve-transfer" | "parking:read" | "parking:write" | "imports:run" | "data:export" | "data:approve-export" | "billing:read" | "billing:rates" | "billing:bind" | "billing:meters" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:offset" | "billing:print" | "billing:shifts" | "billing:books" | "billing:reverse" | "billing:refund" | "billing:request-refund" | "billing:approve-refund" | "billing:deposit" | "billing:waive" | "billing:approve-waiver" | "billing:approve-large-waiver" | "billing:write-off" | "billing:approve-write-off" | "billing:close" | "billing:reopen" | "billing:approve-reopen" | "billing:debit-agreement" | "billing:debit-scheme" | "billing:debit" | "billing:unmask-account")[];
            /** @description People who hold it. */
            users: number;
        };
        RoomAsOfDto: {
            areas: components["schemas"]["AsOfAreasDto"] | null;
            buildingName: string;
            /** @description Last day, only when the day asked about lies after it. */
            endedOn: string | null;
            /** @description Whether the room exists on the day; when it does not, nothing else is said about it. */
            exists: boolean;
            on: string;
            payers: components["schemas"]["AsOfPayerDto"][];
            rates: components["schemas"]["AsOfRateDto"][];
            relations: components["schemas"]["AsOfRelationDto"][];
            roomCode: string;
            roomId: string;
            roomName: string;
            /** @description First day of a room that came from a split or merge; null: always there. */
            startsOn: string | null;
            unitName: string;
        };
        RoomChargeCellDto: {
            /** @description Charged, reversals and reductions taken off. */
            amountFen: number;
            feeItemId: string;
            openFen: number;
            /** @description Received and offset. */
            paidFen: number;
            period: string;
        };
        RoomChargeItemDto: {
            feeItemId: string;
            feeItemName: string;
        };
        RoomChargesDto: {
            cells: components["schemas"]["RoomChargeCellDto"][];
            items: components["schemas"]["RoomChargeItemDto"][];
            /** @description Owed in all, due or not. */
            openFen: number;
            /** @description Owed and past due on this day, all years. */
            overdueFen: number;
            /** @description The first day of service that is still owed. */
            owedSince: string | null;
            year: number;
            /** @description Years in which the room has charges, the latest first. */
            years: number[];
        };
        RoomCustomersDto: {
            /** @description What the owners and their shares are now, as one short text: a change of the owners sends back which it saw. */
            ownersSeen: string;
            /** @description Several owners or a company owner today, and nobody named to pay for all items: it must be chosen (CUS-09). */
            payerMissing: boolean;
            payers: components["schemas"]["PayerDto"][];
            relations: components["schemas"]["RelationDto"][];
        };
        RoomDto: {
            active: boolean;
            /** @description User-defined values, those of attributes switched off as well. */
            attributes: components["schemas"]["AttributeValueDto"][];
            buildingArea: string;
            buildingId: string;
            buildingName: string;
            chargeArea: string;
            code: string;
            createdAt: string;
            /** @description Last day of a room that was split or merged away; null while it lasts. */
            endedOn: string | null;
            floor: number;
            handedOverOn: string | null;
            id: string;
            /** @description Mandatory fields that are empty (they came by import). */
            incomplete: ("code" | "name" | "buildingArea" | "chargeArea" | "layout" | "orientation")[];
            innerArea: string | null;
            layout: string | null;
            movedInOn: string | null;
            name: string;
            /** @enum {string|null} */
            orientation: "S" | "N" | "E" | "W" | "SN" | "EW" | "SE" | "SW" | "NE" | "NW" | null;
            /** @enum {string} */
            purpose: "OTHER" | "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE";
            remark: string | null;
            /** @description 公摊面积: building area less inner area; null while that is unknown. */
            sharedArea: string | null;
            /** @description First day of a room that came from a split or merge; null for one that was always there. */
            startsOn: string | null;
            /** @enum {string} */
            state: "VACANT" | "UNSOLD" | "SOLD" | "HANDED_OVER" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
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
            /** @description Owed on the rooms it came from by splits and merges, where it stays (BIL-16). */
            predecessorOpenFen: number;
            /** @description Prepaid by all payers of the room. */
            prepaidFen: number;
        };
        RoomIdentityDto: {
            /**
             * 房间代码
             * @description Unique in the project; a new one begins with an issued prefix when the project has any (PRP-04).
             */
            code: string;
            /**
             * 楼层
             * @description Basements are negative.
             */
            floor: number;
            /** 房间名称 */
            name: string;
            /**
             * 修改原因
             * @description Stands in the history of the room, e.g. 门牌统一改号.
             */
            reason?: string | null;
            /**
             * 所属单元
             * Format: uuid
             * @description The unit, floor or zone it stands in.
             */
            unitId: string;
        };
        RoomLineageDto: {
            ancestors: components["schemas"]["LineageRoomDto"][];
            descendants: components["schemas"]["LineageRoomDto"][];
            endedOn: string | null;
            roomId: string;
            startsOn: string | null;
        };
        RoomMetersDto: {
            headcounts: components["schemas"]["HeadcountDto"][];
            meters: components["schemas"]["MeterDto"][];
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
            state: "VACANT" | "UNSOLD" | "SOLD" | "HANDED_OVER" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
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
            state: "VACANT" | "UNSOLD" | "SOLD" | "HANDED_OVER" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
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
        RoomSelectionDto: {
            /** 楼栋 */
            buildingIds?: string[];
            /** 用途 */
            purposes?: ("OTHER" | "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE")[];
            /** 房间 */
            roomIds?: string[];
            /** 单元 */
            unitIds?: string[];
        };
        RoomStateDto: {
            /**
             * 启用
             * @description Rooms no longer in use are switched off; their history stays. As it was when left out.
             */
            active?: boolean | null;
            /**
             * 交房日期
             * Format: date
             */
            handedOverOn?: string | null;
            /**
             * 入住日期
             * Format: date
             */
            movedInOn?: string | null;
            /**
             * 用途
             * @enum {string}
             */
            purpose: "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE" | "OTHER";
            /**
             * 修改原因
             * @description Stands in the history of the room, e.g. 业主退租.
             */
            reason?: string | null;
            /**
             * 房屋状态
             * @enum {string}
             */
            state: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
        };
        RoomSummaryDto: {
            arrears: components["schemas"]["SummaryArrearsDto"][] | null;
            /** @description Owners and tenants of earlier days. */
            formerResidents: number | null;
            payers: components["schemas"]["AsOfPayerDto"][] | null;
            people: components["schemas"]["SummaryPersonDto"][] | null;
            prepayments: components["schemas"]["SummaryPrepaymentDto"][] | null;
            rates: components["schemas"]["AsOfRateDto"][] | null;
            room: components["schemas"]["RoomDto"];
            /** @description Today where the project is. */
            today: string;
            /** @description What is under way, oldest first; only what the person may see. */
            underWay: components["schemas"]["SummaryUnderWayDto"][];
            vehicles: components["schemas"]["VehicleRelationDto"][] | null;
        };
        RoomTypeDto: {
            /**
             * 户型
             * @description e.g. 三室两厅
             */
            layout: string;
            /**
             * 朝向
             * @enum {string}
             */
            orientation: "S" | "N" | "E" | "W" | "SN" | "EW" | "SE" | "SW" | "NE" | "NW";
            /** 备注 */
            remark?: string | null;
        };
        RoomUseDto: {
            /** 房号 */
            roomCode: string;
            /**
             * 用量
             * @description In the unit of the pool, e.g. kWh.
             */
            use: string;
        };
        RunDto: {
            amountFen: number;
            buildingIds: string[];
            createdAt: string;
            createdByName: string;
            /** @description Lines per RunDifference. */
            differences: {
                [key: string]: number;
            };
            /** @description Why it failed or was refused, in Chinese. */
            failure: string | null;
            feeItemIds: string[];
            id: string;
            jobId: string | null;
            /** @description Lines and sum to be published, in fen; lines without payer not counted. */
            lineCount: number;
            /** @description Month billed and booked, YYYY-MM. */
            period: string;
            publishedAt: string | null;
            reversalReason: string | null;
            reversedAt: string | null;
            roomIds: string[];
            /** @description Lines left alone because they were charged before. */
            skippedCount: number;
            /** @enum {string} */
            status: "REVERSED" | "FAILED" | "REHEARSING" | "REHEARSED" | "PUBLISHING" | "PUBLISHED" | "REVERSING";
        };
        RunJobDto: {
            jobId: string;
            runId: string;
        };
        RunLineDto: {
            amountFen: number;
            /** @enum {string} */
            difference: "ZERO" | "CHANGED" | "NONE" | "NEW" | "VANISHED" | "NO_PAYER" | "NO_RATE" | "ISSUED";
            /** @description How the amount came about, in Chinese sentences. */
            explanation: string[];
            feeItemId: string;
            feeItemName: string;
            id: string;
            payerId: string | null;
            payerName: string | null;
            /** @description Service month. */
            period: string;
            /** @description What the same room and item came to in the month before; null when there was none. */
            previousFen: number | null;
            rateName: string | null;
            roomCode: string;
            roomId: string;
            serviceFrom: string;
            serviceTo: string;
        };
        RunLinePageDto: {
            items: components["schemas"]["RunLineDto"][];
            nextCursor: string | null;
        };
        RunPageDto: {
            items: components["schemas"]["RunDto"][];
            total: number;
        };
        SaveAddressDto: {
            /**
             * 地址类型
             * @enum {string}
             */
            kind: "POSTAL" | "REGISTERED" | "COMPANY" | "OTHER";
            /** 地址 */
            text: string;
        };
        SaveAttributeDto: {
            /**
             * 启用
             * @description Switched off it is neither shown nor asked for; what was stored stays.
             */
            active?: boolean | null;
            /**
             * 选项
             * @description 单选 and 多选 only, in the order shown; one that is in use cannot be left out.
             */
            choices?: components["schemas"]["AttributeChoiceDto"][] | null;
            /**
             * 必填
             * @description Must be filled whenever the data of a thing are saved.
             */
            mandatory?: boolean | null;
            /**
             * 名称
             * @description Unique among those of the same kind of thing.
             */
            name: string;
            /**
             * 可筛选
             * @description Lists can be filtered by it.
             */
            searchable?: boolean | null;
            /**
             * 排序
             * @description Smaller ones stand first.
             */
            sort?: number | null;
            /**
             * 类型
             * @description Cannot change once a value is stored.
             * @enum {string}
             */
            type: "TEXT" | "NUMBER" | "DATE" | "CHOICE" | "CHOICES" | "FLAG";
        };
        SaveAttributesDto: {
            /** 自定义资料 */
            values: components["schemas"]["AttributeValueDto"][];
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
        SaveContactDto: {
            /** 电子邮箱 */
            email?: string | null;
            /**
             * 结束日期
             * Format: date
             * @description Last day.
             */
            endsOn?: string | null;
            /** 主要联系人 */
            isMain?: boolean | null;
            /**
             * 手机
             * @description On a change: left out unchanged, null removes it.
             */
            mobile?: string | null;
            /** 姓名 */
            name: string;
            /**
             * 办公电话
             * @description On a change: left out unchanged, null removes it.
             */
            officePhone?: string | null;
            /** 职务 */
            position?: string | null;
            /**
             * 起始日期
             * Format: date
             * @description First day.
             */
            startsOn?: string | null;
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
        SaveCustomerTagDto: {
            /** 标签名称 */
            name: string;
            /**
             * 颜色
             * @enum {string}
             */
            tone: "neutral" | "active" | "good" | "warning" | "bad";
        };
        SaveDebitAgreementDto: {
            /**
             * 银行账号
             * @description Digits as on the card; left out when a saved agreement keeps its account.
             */
            account?: string | null;
            /**
             * 账户类型
             * @enum {string}
             */
            accountKind: "CARD" | "PASSBOOK" | "COMPANY";
            /**
             * 协议号码
             * @description Number of the agreement with the bank.
             */
            agreementNo: string;
            /** 银行代码 */
            bankCode?: string | null;
            /** 银行名称 */
            bankName: string;
            /**
             * 客户
             * Format: uuid
             * @description 客户名称: for whom the account pays.
             */
            customerId: string;
            /** 收费项目 */
            feeItemIds: string[];
            /** 开户人 */
            holder: string;
            /**
             * 开户人证件号码
             * @description The account holder's document; left out when a saved agreement keeps it.
             */
            idNumber?: string | null;
            /**
             * 开户人证件类型
             * @enum {string|null}
             */
            idType?: "ID_CARD" | "PASSPORT" | "HK_MACAU_PERMIT" | "TAIWAN_PERMIT" | "MILITARY" | "CREDIT_CODE" | "OTHER" | null;
            /**
             * 每次限额
             * @description Most that may be taken in one debit; no limit when left out.
             */
            limitFen?: number | null;
            /** 银行预留手机 */
            mobile?: string | null;
            /** 备注 */
            remark?: string | null;
            /** 房间 */
            roomIds: string[];
            /**
             * 托收方案
             * Format: uuid
             */
            schemeId: string;
            /**
             * 生效日期
             * Format: date
             */
            validFrom: string;
            /**
             * 失效日期
             * Format: date
             */
            validTo?: string | null;
        };
        SaveDebitSchemeDto: {
            /** 启用 */
            active: boolean;
            /**
             * 允许部分扣款
             * @description Whether the bank may take a part when the account is short.
             */
            allowPartial: boolean;
            /** 银行或机构 */
            bankName: string;
            /** 单笔限额 */
            maximumFen?: number | null;
            /**
             * 合并方式
             * @enum {string}
             */
            merge: "ACCOUNT" | "CHARGE";
            /** 起扣金额 */
            minimumFen: number;
            /** 方案名称 */
            name: string;
            /**
             * 未处理代码
             * @description Codes of lines that are not done yet; blank always counts as such.
             */
            openCodes: string[];
            /** 部分扣款代码 */
            partialCodes: string[];
            /** 失败代码对照 */
            reasons: components["schemas"]["DebitReasonCodeDto"][];
            /** 报盘文件 */
            request: components["schemas"]["DebitFileFormatDto"];
            /** 回盘文件 */
            result: components["schemas"]["DebitFileFormatDto"];
            /** 成功代码 */
            successCodes: string[];
        };
        SaveDefectDto: {
            /** 责任单位 */
            contractor: string;
            /**
             * 整改期限
             * Format: date
             * @description Until when it must be put right.
             */
            deadline: string;
            /** 缺陷描述 */
            description: string;
            /**
             * 缺陷编号
             * Format: uuid
             * @description Chosen by the client when the defect is entered; its photos hang on it.
             */
            id: string;
            /**
             * 项目序号
             * @description The failed item it belongs to, if any.
             */
            itemNo?: number | null;
            /** 位置 */
            place: string;
            /**
             * 严重程度
             * @enum {string}
             */
            severity: "MINOR" | "MAJOR" | "SEVERE";
        };
        SavedFilterDto: {
            /** @description Whether the person who asks may rename and delete it. */
            canChange: boolean;
            fields: components["schemas"]["FilterFieldDto"][];
            id: string;
            list: string;
            name: string;
            shared: boolean;
        };
        SavedFiltersDto: {
            items: components["schemas"]["SavedFilterDto"][];
        };
        SaveFeeItemDto: {
            /**
             * 启用
             * @description An item that is not active is no longer billed and cannot be bound.
             */
            active: boolean;
            /**
             * 项目代码
             * @description Unique in the project.
             */
            code: string;
            /**
             * 代收代付
             * @description 代收代付: collected for others, no surcharge may be added (BIL-07).
             */
            collectedForOthers: boolean;
            /** 财务代码 */
            financeCode?: string | null;
            /**
             * 收入类别
             * @enum {string}
             */
            incomeClass: "PROPERTY" | "DIVERSIFIED" | "PUBLIC";
            /**
             * 种类
             * @enum {string}
             */
            kind: "REGULAR" | "METERED" | "SHARED" | "ONE_OFF" | "LEASE" | "DEPOSIT" | "PASS";
            /**
             * 助记码
             * @description 助记码: what is typed to find it, e.g. wyf.
             */
            mnemonic?: string | null;
            /**
             * 项目名称
             * @description Unique in the project.
             */
            name: string;
            /**
             * 上级项目
             * Format: uuid
             * @description The item it belongs under; that one belongs under none.
             */
            parentId?: string | null;
            /**
             * 打印方式
             * @description 其他 when left out.
             * @enum {string|null}
             */
            printForm?: "AREA" | "COUNT" | "OTHER" | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 简称
             * @description Printed where space is short.
             */
            shortName?: string | null;
            /**
             * 排序
             * @description Order in lists and on prints, ascending.
             */
            sort?: number | null;
            /**
             * 税率变更
             * @description Later codes and rates by date; `taxCode` and `taxRate` hold before the first of them.
             */
            taxChanges?: components["schemas"]["FeeItemTaxDto"][] | null;
            /** 税收分类编码 */
            taxCode?: string | null;
            /**
             * 税率
             * @description Per cent, below 100.
             */
            taxRate?: string | null;
            /**
             * 计费单位
             * @description 计费单位, e.g. 元/m²·月.
             */
            unit?: string | null;
        };
        SaveFilterDto: {
            /** 筛选 */
            fields: components["schemas"]["FilterFieldDto"][];
            /** 列表 */
            list: string;
            /**
             * 名称
             * @description Unique among one's own of the list; a shared one among those shared.
             */
            name: string;
            /**
             * 全管理区可用
             * @description Everybody in the project sees it; needs the right for settings.
             */
            shared?: boolean | null;
        };
        SaveGuardianConsentDto: {
            /**
             * 监护人已同意
             * @description Must be ticked: the guardian was told what is kept and why, and agreed.
             */
            agreed: boolean;
            /**
             * 同意日期
             * Format: date
             */
            givenOn: string;
            /**
             * 监护人
             * Format: uuid
             * @description An adult who has to do with the same room.
             */
            guardianId: string;
            /** 备注 */
            remark?: string | null;
            /**
             * 同意方式
             * @enum {string}
             */
            way: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
        };
        SaveHeadcountDto: {
            /** 人数 */
            persons: number;
            /**
             * 登记依据
             * @description What it was registered by: 户口簿, 居住证.
             */
            proof: string;
            /**
             * 开始日期
             * Format: date
             */
            startsOn: string;
        };
        SaveImportMappingDto: {
            /**
             * 对应列
             * @description Column (1 for A) by key of the field; a field left out is not read. Without columns those remembered or guessed.
             */
            columns?: {
                [key: string]: number;
            } | null;
            /**
             * 表头行
             * @description Row of the headers as the spreadsheet counts; found when left out.
             */
            headerRow?: number | null;
            /**
             * 导入内容
             * @enum {string}
             */
            kind: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS" | "COMMUNITY";
            /**
             * 记住对应列
             * @description Remember the columns for workbooks with the same headers.
             */
            remember?: boolean | null;
            /** 工作表 */
            sheet?: string | null;
        };
        SaveInspectionDto: {
            /** 缺陷 */
            defects: components["schemas"]["SaveDefectDto"][];
            /**
             * 验收日期
             * Format: date
             */
            inspectedOn: string;
            /**
             * 验收人
             * @description Who inspects for the management.
             */
            inspectorName: string;
            /**
             * 验收项目
             * @description Only the items that changed or all of them; others keep what they have.
             */
            items: components["schemas"]["SaveItemDto"][];
            /** 仪表读数 */
            readings: components["schemas"]["SaveReadingDto"][];
            /**
             * 客户编号
             * Format: uuid
             * @description The customer who takes over, when he is one already.
             */
            takerId?: string | null;
            /** 接房人 */
            takerName: string;
            /**
             * 与房屋关系
             * @description What he is to the room, e.g. 业主.
             */
            takerRelation?: string | null;
            /** 版本 */
            version: number;
        };
        SaveInspectionTemplateDto: {
            /** 部位 */
            groups: components["schemas"]["TemplateGroupDto"][];
            /**
             * 适用户型
             * @description 户型 it is for; left out for the one that serves all other rooms.
             */
            layout?: string | null;
            /** 模板名称 */
            name: string;
            /**
             * 版本
             * @description Of a template that is there: the version that was read, so that nobody writes over another's change.
             */
            version?: number | null;
        };
        SaveInvoiceTitleDto: {
            /**
             * 银行账号
             * @description Stored encrypted, shown by its last four digits. On a change: left out unchanged, null removes it.
             */
            account?: string | null;
            /** 地址 */
            address?: string | null;
            /** 开户银行 */
            bank?: string | null;
            /** 默认抬头 */
            isDefault?: boolean | null;
            /**
             * 抬头类型
             * @enum {string}
             */
            kind: "PERSONAL" | "COMPANY";
            /** 电话 */
            phone?: string | null;
            /**
             * 纳税人识别号
             * @description Needed for companies: a unified social credit code with its check character, or an older number of 15 or 20.
             */
            taxNumber?: string | null;
            /** 抬头名称 */
            title: string;
        };
        SaveItemDto: {
            /** 项目序号 */
            no: number;
            /** 说明 */
            remark?: string | null;
            /**
             * 结果
             * @description Left out while not looked at.
             * @enum {string|null}
             */
            result?: "PASS" | "FAIL" | "NONE" | null;
        };
        SaveLateFeeSchemeDto: {
            /**
             * 启用
             * @description Switched off nothing accrues; what was booked stays.
             */
            active?: boolean | null;
            /**
             * 封顶（本金的几倍）
             * @description At most this share of the principal: '0.3' is 30 %; none when left out.
             */
            capShare?: string | null;
            /**
             * 计收违约金的收费项目
             * @description The items whose overdue charges bear late fees; an item is in one scheme at most, deposits in none.
             */
            chargedItemIds: string[];
            /**
             * 代收项目也计收
             * @description The supply contract allows late fees on what is collected for others (代收代付, BIL-54).
             */
            collectedAllowed?: boolean | null;
            /**
             * 违约金记入的收费项目
             * Format: uuid
             * @description The one-off fee item that late fees are booked under.
             */
            feeItemId: string;
            /**
             * 宽限天数
             * @description Days after the due date before anything accrues.
             */
            graceDays: number;
            /**
             * 宽限期规则
             * @enum {string}
             */
            gracePolicy: "FREE" | "COUNTED";
            /** 方案名称 */
            name: string;
        };
        SaveParkingSpaceDto: {
            /**
             * 面积
             * @description m²
             */
            area?: string | null;
            /**
             * 车库或楼栋
             * Format: uuid
             * @description The garage it lies in, or the building it lies at (PRK-03, PRP-06).
             */
            buildingId?: string | null;
            /**
             * 车位号
             * @description Equal to the number on site, unique in the project (PRK-05), e.g. B1-0108.
             */
            code: string;
            /** 车位名称 */
            name: string;
            /**
             * 车位权属
             * @enum {string}
             */
            ownership: "OWNER" | "ALL_OWNERS" | "DEVELOPER";
            /**
             * 车位位置
             * @description e.g. 地下一层 A 区
             */
            place: string;
            /**
             * 车位类型
             * @enum {string}
             */
            type: "SURFACE" | "UNDERGROUND" | "MECHANICAL" | "OTHER";
        };
        SavePaymentMethodDto: {
            /**
             * 到账账户
             * @description Where the money arrives, e.g. 工商银行基本户 尾号 6021.
             */
            account?: string | null;
            /**
             * 启用
             * @description Offered at the desk.
             */
            enabled: boolean;
            /**
             * 财务科目
             * @description Account of the books of finance, e.g. 1001.
             */
            financeCode?: string | null;
            /**
             * 凭证号
             * @enum {string}
             */
            reference: "NONE" | "OPTIONAL" | "REQUIRED";
            /**
             * 凭证号格式
             * @enum {string}
             */
            referenceFormat: "ANY" | "DIGITS" | "ALNUM";
            /**
             * 凭证号位数
             * @description Exact number of characters.
             */
            referenceLength?: number | null;
            /**
             * 可以退款
             * @description Money may go back this way.
             */
            refundable: boolean;
        };
        SavePhoneDto: {
            /**
             * 电话类型
             * @enum {string}
             */
            kind: "MOBILE" | "HOME" | "OFFICE" | "OTHER";
            /**
             * 说明
             * @description e.g. 工作日白天
             */
            label?: string | null;
            /**
             * 电话号码
             * @description Full-width digits and blanks are brought to half width. On a change: left out unchanged.
             */
            number?: string | null;
            /**
             * 核实方式
             * @description How it was made sure today that the number is the customer's; left out: not verified.
             * @enum {string|null}
             */
            verifiedHow?: "CODE" | "CALL" | "IN_PERSON" | "DOCUMENT" | null;
        };
        SavePreferencesDto: {
            /**
             * 联系时间
             * @description e.g. 工作日 18:00 以后
             */
            contactHours?: string | null;
            /**
             * 联系方式
             * @enum {string|null}
             */
            contactWay?: "PHONE" | "SMS" | "WECHAT" | "EMAIL" | "VISIT" | null;
            /**
             * 语言
             * @enum {string|null}
             */
            language?: "MANDARIN" | "CANTONESE" | "ENGLISH" | "OTHER" | null;
            /** 不接收营销信息 */
            noMarketing: boolean;
        };
        SaveReadingDto: {
            /**
             * 表种
             * @enum {string}
             */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /** 表号 */
            meterNo: string;
            /**
             * 读数
             * @description Decimal text as on the meter, at most 3 places.
             */
            reading: string;
        };
        SaveRecipientDto: {
            /**
             * 影响评估日期
             * Format: date
             * @description When the impact of the processing was assessed (PIPL 55, 56); demanded for sensitive data.
             */
            assessedOn?: string | null;
            /**
             * 合法性基础
             * @enum {string}
             */
            basis: "CONTRACT" | "LAW" | "CONSENT";
            /** 联系方式 */
            contact?: string | null;
            /** 合同或协议编号 */
            contractNo?: string | null;
            /**
             * 个人信息种类
             * @description Which kinds of personal data; sensitive ones (ID number, bank account, face) demand an assessment.
             */
            dataKinds: ("PHONE" | "FAMILY" | "ID_NUMBER" | "NAME" | "ADDRESS" | "VEHICLE" | "CHARGES" | "BANK_ACCOUNT" | "FACE")[];
            /**
             * 结束日期
             * Format: date
             * @description Last day; while it lasts it is left out.
             */
            endsOn?: string | null;
            /**
             * 关系
             * @enum {string}
             */
            kind: "PROCESSOR" | "RECIPIENT" | "JOINT";
            /** 名称 */
            name: string;
            /**
             * 处理目的
             * @description What for, e.g. 发送缴费短信.
             */
            purpose: string;
            /** 备注 */
            remark?: string | null;
            /**
             * 开始日期
             * Format: date
             * @description First day.
             */
            startsOn: string;
        };
        SaveRestructureDto: {
            /**
             * 收费标准分配
             * @description Every rate binding in force on the old rooms, and who gets it.
             */
            bindings: components["schemas"]["BindingAssignmentDto"][];
            /**
             * 生效日期
             * Format: date
             * @description First day of the new rooms; the old ones end the day before.
             */
            effectiveOn: string;
            /**
             * 种类
             * @enum {string}
             */
            kind: "SPLIT" | "MERGE";
            /**
             * 合并后的业主
             * @description Merge of rooms whose owners or shares differ: the owners of the new room. Empty copies what all rooms have alike.
             */
            owners: components["schemas"]["ResultingOwnerDto"][];
            /**
             * 新房间
             * @description Split: 2 to 20. Merge: one.
             */
            parts: components["schemas"]["RestructurePartDto"][];
            /**
             * 收费对象
             * Format: uuid
             * @description Merge: who pays for the new room, all fee items. Left out, what all rooms have alike is copied.
             */
            payerId?: string | null;
            /**
             * 预收分配
             * @description Every prepayment account with a balance, and who gets it.
             */
            prepayments: components["schemas"]["PrepaymentAssignmentDto"][];
            /** 原因 */
            reason: string;
            /**
             * 房间
             * @description Split: the one room. Merge: 2 to 20 rooms of one building.
             */
            roomIds: string[];
            /**
             * 车辆分配
             * @description Split: who gets a vehicle of the room. One left out goes with its holder's part, else with the first shared one.
             */
            vehicles?: components["schemas"]["VehicleAssignmentDto"][] | null;
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
            permissions: ("system:users" | "system:roles" | "audit:read" | "project:create" | "project:settings" | "property:read" | "property:write" | "property:identity" | "property:areas" | "property:state" | "property:inspect" | "property:restructure" | "property:approve" | "customer:read" | "customer:write" | "customer:unmask" | "customer:key-data" | "customer:merge" | "customer:privacy" | "customer:transfer" | "customer:approve-transfer" | "parking:read" | "parking:write" | "imports:run" | "data:export" | "data:approve-export" | "billing:read" | "billing:rates" | "billing:bind" | "billing:meters" | "billing:one-off" | "billing:run" | "billing:publish" | "billing:reverse-run" | "billing:collect" | "billing:offset" | "billing:print" | "billing:shifts" | "billing:books" | "billing:reverse" | "billing:refund" | "billing:request-refund" | "billing:approve-refund" | "billing:deposit" | "billing:waive" | "billing:approve-waiver" | "billing:approve-large-waiver" | "billing:write-off" | "billing:approve-write-off" | "billing:close" | "billing:reopen" | "billing:approve-reopen" | "billing:debit-agreement" | "billing:debit-scheme" | "billing:debit" | "billing:unmask-account")[];
        };
        SaveRoomPrefixDto: {
            /** 房号前缀 */
            prefix: string;
            /** 备注 */
            remark?: string | null;
        };
        SaveSharePoolDto: {
            /**
             * 启用
             * @description A pool that is not active is no longer computed.
             */
            active: boolean;
            /**
             * 面积
             * @description Read for 按面积 only.
             * @enum {string}
             */
            areaKind: "CHARGE" | "BUILDING" | "INNER" | "USABLE";
            /**
             * 应缴日
             * @description The day (1–31) or the number of days of the due rule.
             */
            dueDays: number;
            /**
             * 应缴日规则
             * @enum {string}
             */
            dueRule: "DAY_OF_MONTH" | "DAY_OF_NEXT_MONTH" | "DAYS_AFTER_ISSUE" | "END_OF_PERIOD";
            /**
             * 不参与的房号
             * @description Codes of rooms of the scope that take no part.
             */
            excludedRoomCodes?: string[] | null;
            /**
             * 收费项目
             * Format: uuid
             * @description A fee item of the kind 分摊; fixed once a month was confirmed.
             */
            feeItemId: string;
            /**
             * 约定依据
             * @description Agreement or local rule; required for losses, which owners bear only where it says so (BIL-25).
             */
            legalBasis?: string | null;
            /**
             * 分摊方式
             * @enum {string}
             */
            method: "AREA" | "HOUSEHOLD" | "PEOPLE" | "USE" | "CUSTOM";
            /**
             * 分摊项目名称
             * @description Unique in the project.
             */
            name: string;
            /**
             * 公摊用途
             * @description What the cost is for, published with the list (LAW-24), e.g. 1 栋电梯和楼道照明用电.
             */
            purpose: string;
            /**
             * 约定比例
             * @description For 按约定比例: these rooms, and no others, share.
             */
            ratios?: components["schemas"]["ShareRatioDto"][] | null;
            /**
             * 房间范围
             * @description Rooms named that were split or merged later mean what they have become.
             */
            rooms: components["schemas"]["RoomSelectionDto"];
            /**
             * 金额来源
             * @enum {string}
             */
            source: "AMOUNT" | "USE" | "LOSS";
            /**
             * 起始月份
             * @description First month it is computed for, YYYY-MM.
             */
            startsPeriod: string;
            /**
             * 用量单位
             * @description Unit of the use, e.g. kWh.
             */
            unit?: string | null;
            /**
             * 空置房
             * @enum {string}
             */
            vacancy: "INCLUDE" | "EXCLUDE" | "BORNE";
        };
        SaveStatementsDto: {
            /** 对账单 */
            lines: components["schemas"]["StatementLineDto"][];
        };
        SaveTransferDto: {
            /**
             * 欠费处理
             * @enum {string}
             */
            arrears: "STAY" | "ASSUMED";
            /** 确认事项 */
            confirmations: components["schemas"]["TransferConfirmationInputDto"][];
            /** 新业主 */
            owners: components["schemas"]["TransferOwnerInputDto"][];
            /**
             * 收费对象
             * Format: uuid
             * @description Who pays from the transfer date on; required for several owners or a company (CUS-09).
             */
            payerCustomerId?: string | null;
            /**
             * 预收处理
             * @enum {string}
             */
            prepayment: "REFUND" | "CARRY_OVER";
            /** 仪表读数 */
            readings: components["schemas"]["TransferReadingDto"][];
            /**
             * 过户原因
             * @enum {string|null}
             */
            reason?: "SALE" | "INHERITANCE" | "GIFT" | "DIVORCE" | "AUCTION" | "OTHER" | null;
            /**
             * 客户关系
             * @description Relations left out are treated by their kind: tenants stay, the others end.
             */
            relations: components["schemas"]["TransferRelationChoiceDto"][];
            /** 备注 */
            remark?: string | null;
            /**
             * 过户日期
             * Format: date
             * @description First day of the new owners.
             */
            transferOn?: string | null;
            /**
             * 版本
             * @description The version that was read: somebody else's change in between is not overwritten.
             */
            version: number;
        };
        SaveVehicleDto: {
            /** 汽车颜色 */
            color: string;
            /** 汽车型号 */
            model: string;
            /**
             * 车牌号码
             * @description Stored in capitals without blanks and dots; full-width characters are taken. Unique among vehicles in use.
             */
            plate: string;
            /** 备注 */
            remark?: string | null;
        };
        SealedPartDto: {
            /** @description SHA-256 over them in the order of their ids, hexadecimal. */
            digest: string;
            /** @description What they are: 应收, 应收变动, 收据… */
            name: string;
            /** @description How many rows there were at the close. */
            rows: number;
        };
        SealFaultDto: {
            /** @description In a sentence. */
            detail: string;
            /** @description What it concerns: 应收, 收据…, 滚存快照 or 校验链. */
            name: string;
        };
        SealVerificationDto: {
            faults: components["schemas"]["SealFaultDto"][];
            /** @description Everything is as it was when the month was closed. */
            intact: boolean;
            period: string;
            /** @description How many rows were read. */
            rows: number;
        };
        SearchGroupDto: {
            items: components["schemas"]["SearchHitDto"][];
            /** @enum {string} */
            kind: "ROOM" | "RECEIPT" | "CUSTOMER" | "SPACE" | "VEHICLE";
            /** @description There are more than are shown. */
            more: boolean;
        };
        SearchHitDto: {
            /** @description What tells it from others, in a few words. */
            detail: string;
            id: string;
            /** @enum {string} */
            kind: "ROOM" | "RECEIPT" | "CUSTOMER" | "SPACE" | "VEHICLE";
            title: string;
        };
        SearchResultDto: {
            groups: components["schemas"]["SearchGroupDto"][];
            /** @description What the text may be, the likeliest first. */
            recognised: ("RECEIPT" | "PHONE" | "ID_NUMBER" | "NAME" | "CODE" | "PHONE_TAIL" | "PLATE")[];
        };
        SetMembershipsDto: {
            /** 授权 */
            memberships: components["schemas"]["MembershipInput"][];
        };
        SetOwnersDto: {
            /**
             * 生效日期
             * Format: date
             * @description First day of the new owners and shares.
             */
            from: string;
            /** 业主 */
            owners: components["schemas"]["OwnerShareDto"][];
            /**
             * 业主版本
             * @description `ownersSeen` of the answer this change is based on: if somebody was faster, it is refused.
             */
            ownersSeen: string;
            /**
             * 收费对象
             * Format: uuid
             * @description Who pays for all fee items from that day on; left out: as before.
             */
            payerId?: string | null;
            /** 变更原因 */
            reason: string;
        };
        SetRefundableDto: {
            /**
             * 原因
             * @description Why, e.g. 装修验收合格.
             */
            reason: string;
            /** 可以退还 */
            refundable: boolean;
        };
        SettleDebitLineDto: {
            /** 依据 */
            evidence: string;
            /**
             * 实扣金额
             * @description What the account was debited; 0: nothing.
             */
            paidFen: number;
            /**
             * 失败原因
             * @enum {string|null}
             */
            reason?: "INSUFFICIENT_FUNDS" | "OVER_LIMIT" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "ACCOUNT_WRONG" | "NAME_MISMATCH" | "NOT_SIGNED" | "ID_MISMATCH" | "BANK_FAULT" | "OTHER" | null;
            /**
             * 扣款日期
             * Format: date
             */
            valueDate: string;
        };
        ShareDto: {
            /** @description What is shared, in fen; null while nothing was entered. */
            amountFen: number | null;
            /** @enum {string} */
            areaKind: "BUILDING" | "CHARGE" | "INNER" | "USABLE";
            /** @description Sum of what the rooms share by: m², households, people, use or per cent. */
            base: string;
            /** @description Rooms billed by a charge run: while there are some, the month stays as it is. */
            billedCount: number;
            /** @description Shares that are billed to nobody (空置房由物业承担). */
            borneFen: number;
            confirmedAt: string | null;
            confirmedByName: string | null;
            enteredByName: string | null;
            feeItemId: string;
            feeItemName: string;
            fingerprint: string | null;
            legalBasis: string | null;
            /** @description Master less subs; negative is published and not billed (BIL-25). */
            lossUse: string | null;
            masterUse: string | null;
            memberCount: number;
            /** @enum {string} */
            method: "AREA" | "HOUSEHOLD" | "PEOPLE" | "USE" | "CUSTOM";
            period: string;
            poolId: string;
            poolName: string;
            /** @description Why it cannot be confirmed, in Chinese. */
            problems: string[];
            purpose: string;
            remark: string | null;
            roomUses: components["schemas"]["RoomUseDto"][];
            /** @enum {string} */
            source: "AMOUNT" | "USE" | "LOSS";
            /** @enum {string} */
            status: "NONE" | "DRAFT" | "CONFIRMED";
            subUse: string | null;
            unit: string | null;
            unitPrice: string | null;
            use: string | null;
            /** @description What deserves a word, in Chinese. */
            warnings: string[];
        };
        ShareLineDto: {
            amountFen: number;
            /** @description Not billed: the property company bears it. */
            borne: boolean;
            /** @description The exact share in yuan to four places, an ellipsis where more follow. */
            raw: string;
            /** @description The fen it got of the remainder: 0 or 1. */
            remainderFen: number;
            roomCode: string;
            roomId: string;
            roomName: string;
            /** @description What the room shares by. */
            weight: string;
        };
        ShareLinePageDto: {
            items: components["schemas"]["ShareLineDto"][];
            total: number;
        };
        SharePoolDto: {
            active: boolean;
            amountFen: number | null;
            /** @enum {string} */
            areaKind: "BUILDING" | "CHARGE" | "INNER" | "USABLE";
            dueDays: number;
            /** @enum {string} */
            dueRule: "DAY_OF_MONTH" | "DAY_OF_NEXT_MONTH" | "DAYS_AFTER_ISSUE" | "END_OF_PERIOD";
            excluded: components["schemas"]["ShareRoomDto"][];
            feeItemId: string;
            feeItemName: string;
            id: string;
            /** @description Whether a month was confirmed: then it can only be deactivated. */
            inUse: boolean;
            legalBasis: string | null;
            /** @enum {string} */
            method: "AREA" | "HOUSEHOLD" | "PEOPLE" | "USE" | "CUSTOM";
            name: string;
            /** @description The month that `status` and `amountFen` are about. */
            period: string;
            purpose: string;
            ratios: components["schemas"]["ShareRoomRatioDto"][];
            rooms: components["schemas"]["RoomSelectionDto"];
            /** @enum {string} */
            source: "AMOUNT" | "USE" | "LOSS";
            startsPeriod: string;
            /** @enum {string} */
            status: "NONE" | "DRAFT" | "CONFIRMED";
            unit: string | null;
            /** @enum {string} */
            vacancy: "INCLUDE" | "EXCLUDE" | "BORNE";
        };
        SharePoolPageDto: {
            items: components["schemas"]["SharePoolDto"][];
            total: number;
        };
        ShareRatioDto: {
            /**
             * 比例
             * @description All ratios of a pool add up to 100.
             */
            percent: string;
            /** 房号 */
            roomCode: string;
        };
        ShareRoomDto: {
            roomCode: string;
            roomId: string;
        };
        ShareRoomRatioDto: {
            percent: string;
            roomCode: string;
            roomId: string;
        };
        SheetDto: {
            alerts: number;
            billed: number;
            buildingId: string | null;
            buildingName: string | null;
            /** @description Whether the month is closed: then nothing is read any more. */
            closed: boolean;
            createdAt: string;
            createdByName: string;
            id: string;
            /** @enum {string|null} */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER" | null;
            missing: number;
            name: string;
            period: string;
            /** @enum {string|null} */
            place: "ROOM" | "PUBLIC" | null;
            read: number;
            reader: string | null;
            route: string | null;
            /** @description Meters on it, those without a reading, those read, with a confirmed alert, and billed. */
            total: number;
        };
        SheetImportDto: {
            emptyCount: number;
            errors: components["schemas"]["SheetImportErrorDto"][];
            savedCount: number;
        };
        SheetImportErrorDto: {
            message: string;
            meterNo: string;
            /** @description As Excel shows it. */
            rowNo: number;
        };
        SheetLineDto: {
            alerts: ("ROLLED_OVER" | "ZERO" | "HIGH" | "SEASONAL" | "ESTIMATED")[];
            buildingName: string | null;
            digits: number;
            estimated: boolean;
            /** @enum {string} */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /** @description Mean use of the two periods before; null while there were none. */
            meanUse: string | null;
            meterId: string;
            multiplier: string;
            no: string;
            photoCount: number;
            position: string | null;
            /** @description What it showed the time before, and when that was. */
            previous: string;
            previousOn: string;
            readingId: string | null;
            readOn: string | null;
            reason: string | null;
            reverse: boolean;
            roomCode: string | null;
            roomId: string | null;
            /** @enum {string} */
            status: "MISSING" | "READ" | "ALERT" | "BILLED";
            use: string | null;
            value: string | null;
        };
        SheetLinePageDto: {
            items: components["schemas"]["SheetLineDto"][];
            total: number;
        };
        SheetPageDto: {
            items: components["schemas"]["SheetDto"][];
            total: number;
        };
        ShiftDetailDto: {
            cashierId: string;
            cashierName: string;
            closedAt: string | null;
            /** @description Who counted, when it was not the cashier. */
            countedByName: string | null;
            countedFen: number | null;
            desk: string;
            /** @description Counted less expected: negative is short (短款), positive over (长款). */
            differenceFen: number | null;
            differenceReason: string | null;
            /** @description Set once the till was counted. */
            expectedFen: number | null;
            floatFen: number;
            id: string;
            leftFen: number | null;
            notes: components["schemas"]["CountedNotesDto"][];
            openedAt: string;
            /** @description Day it began. */
            openedOn: string;
            shiftNo: string;
            /** @enum {string} */
            status: "OPEN" | "COUNTED" | "CLOSED";
            takenBy: {
                cashierName: string;
                id: string;
                shiftNo: string;
            };
            takenFrom: {
                cashierName: string;
                id: string;
                shiftNo: string;
            };
            /** @description Of an open shift as of now; of a counted one as it was counted. */
            totals: components["schemas"]["ShiftTotalsDto"];
            witnessedAt: string | null;
            witnessName: string | null;
            witnessNote: string | null;
        };
        ShiftDto: {
            cashierId: string;
            cashierName: string;
            closedAt: string | null;
            countedFen: number | null;
            desk: string;
            /** @description Counted less expected: negative is short (短款), positive over (长款). */
            differenceFen: number | null;
            /** @description Set once the till was counted. */
            expectedFen: number | null;
            floatFen: number;
            id: string;
            openedAt: string;
            /** @description Day it began. */
            openedOn: string;
            shiftNo: string;
            /** @enum {string} */
            status: "OPEN" | "COUNTED" | "CLOSED";
        };
        ShiftItemDto: {
            feeItemId: string;
            feeItemName: string;
            /** @enum {string} */
            kind: "REGULAR" | "METERED" | "SHARED" | "ONE_OFF" | "LEASE" | "DEPOSIT" | "PASS";
            /** @description Settled from prepayments. */
            offsetFen: number;
            /** @description Settled by money. */
            receivedFen: number;
        };
        ShiftMethodDto: {
            /** @enum {string} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            receivedFen: number;
            /** @description Paid back, negative. */
            refundedFen: number;
            /** @description Red receipts, negative. */
            reversedFen: number;
            /** @description Of them voided on the spot: this money went back at once. */
            voidedFen: number;
        };
        ShiftPageDto: {
            items: components["schemas"]["ShiftDto"][];
            nextCursor: string | null;
        };
        ShiftTotalsDto: {
            /** @description Cash carried to the bank during the shift, negative. */
            bankedFen: number;
            cashInFen: number;
            /** @description Cash paid back or voided, negative. */
            cashOutFen: number;
            /** @description Of the receipts less red ones: deposits (押金). */
            depositsFen: number;
            /** @description What must be in the till: float + in + out + banked. */
            expectedFen: number;
            firstReceiptNo: string | null;
            items: components["schemas"]["ShiftItemDto"][];
            lastReceiptNo: string | null;
            methods: components["schemas"]["ShiftMethodDto"][];
            /** @description Charges settled from prepayments, red receipts deducted. */
            offsetFen: number;
            /** @description Of the receipts less red ones: money kept as prepayment. */
            prepaymentFen: number;
            receipts: number;
            /** @description Money by receipts, prepayment offsets not counted. */
            receivedFen: number;
            reds: number;
            /** @description Paid back, negative. */
            refundedFen: number;
            refunds: number;
            /** @description Money on red receipts, negative: it stays in the till until it is paid back. */
            reversedFen: number;
        };
        SignDebitAgreementDto: {
            /**
             * 已取得单独同意
             * @description That the separate consent was given; not needed when the register of consents has it.
             */
            consented?: boolean;
            /**
             * 同意方式
             * @enum {string}
             */
            consentWay?: "WRITTEN" | "IN_PERSON" | "PHONE" | "ONLINE";
            /**
             * 签约日期
             * Format: date
             */
            signedOn: string;
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
        SpoilNumberDto: {
            /** 各联已收齐 */
            copiesKept: boolean;
            /**
             * 号码
             * @description The number that is expected to be next, as a guard against spoiling another one.
             */
            no: number;
            /** 作废原因 */
            reason: string;
        };
        StartOffsetDto: {
            /** 楼栋 */
            buildingIds?: string[] | null;
            /**
             * 预览标识
             * @description Of the preview that was looked at.
             */
            fingerprint: string;
            /**
             * 冲抵批次编号
             * Format: uuid
             * @description Chosen by the client when the preview opens, so that a retry offsets once.
             */
            id: string;
            /** 房间 */
            roomIds?: string[] | null;
        };
        StartReadingsDto: {
            inspectedOn: string | null;
            /** @description Null when the room has no completed inspection. */
            inspectionId: string | null;
            number: string | null;
            readings: components["schemas"]["InspectionReadingDto"][];
        };
        StatementLineDto: {
            /**
             * 对账单金额
             * @description Money in less money back, before the channel's own fees, in fen; may be negative.
             */
            amountFen: number;
            /**
             * 渠道
             * @enum {string}
             */
            channel: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE";
            /**
             * 日期
             * Format: date
             */
            day: string;
        };
        StoredChoiceDto: {
            id: string;
            name: string;
        };
        SubmitRestructureDto: {
            /**
             * 预览指纹
             * @description That of the preview the person has read; when the rooms have changed since, the request is refused.
             */
            fingerprint: string;
            /** 版本 */
            version: number;
        };
        SummaryArrearsDto: {
            charges: number;
            feeItemId: string;
            feeItemName: string;
            /** @description Oldest service month, YYYY-MM. */
            oldestPeriod: string;
            openFen: number;
            /** @description Of it, past its due date today. */
            overdueFen: number;
        };
        SummaryPersonDto: {
            authority: string | null;
            customerId: string;
            /** @enum {string} */
            customerKind: "PERSON" | "COMPANY";
            /** @description As it is written now. */
            customerName: string;
            customerNumber: string;
            emergencyName: string | null;
            emergencyPhoneMasked: string | null;
            /** @description Whose household a family member belongs to. */
            headId: string | null;
            headName: string | null;
            homePhoneMasked: string | null;
            isPrimaryContact: boolean;
            /** @enum {string|null} */
            kinship: "OTHER" | "SPOUSE" | "PARENT" | "CHILD" | "RELATIVE" | "HOUSEKEEPER" | null;
            mobileMasked: string | null;
            relationId: string;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            /** @description Per cent. */
            share: string | null;
            /** @description First day of this state. */
            startsOn: string;
        };
        SummaryPrepaymentDto: {
            balanceFen: number;
            customerId: string;
            customerName: string;
        };
        SummaryUnderWayDto: {
            /** @description WAIVER: what is asked for in all, in fen. */
            amountFen: number | null;
            /** @description Who began it; DEFECTS: a contractor. */
            byName: string;
            /** @description DEFECTS: how many are not closed. */
            count: number | null;
            createdAt: string;
            /** @description First day of what will be; DEFECTS: the earliest deadline. */
            day: string | null;
            /** @description Of the transfer, split or merge, request, inspection or waiver; DEFECTS: of the room. */
            id: string;
            /** @enum {string} */
            kind: "TRANSFER" | "WAIVER" | "DEFECTS" | "SPLIT" | "MERGE" | "APPROVAL" | "INSPECTION";
            /** @description TransferStatus, RestructureState, ApprovalStatus, InspectionState, DefectState or WaiverStatus. */
            state: string;
            /** @description Its number; APPROVAL: what is asked for, in a sentence; DEFECTS: the number of the inspection. */
            title: string;
        };
        TagCustomerDto: {
            /** 标签 */
            tagIds: string[];
        };
        TakingsDto: {
            from: string;
            methods: components["schemas"]["TakingsMethodDto"][];
            /** @description Receipts less red receipts, prepayment offsets not counted: money taken. */
            moneyFen: number;
            /** @description Charges settled from prepayments. */
            offsetFen: number;
            refundedFen: number;
            rows: components["schemas"]["TakingsRowDto"][];
            to: string;
        };
        TakingsMethodDto: {
            /** @enum {string} */
            method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            /** @description Receipts taken. */
            receivedFen: number;
            /** @description Paid back, negative. */
            refundedFen: number;
            /** @description Red receipts, negative. */
            reversedFen: number;
        };
        TakingsRowDto: {
            bookedOn: string;
            cashierName: string;
            methods: {
                amountFen: number;
                /** @enum {string} */
                method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            }[];
            receipts: number;
            reds: number;
            totalFen: number;
        };
        TakingsTotalsDto: {
            cashInFen: number;
            /** @description Cash paid back or voided, negative. */
            cashOutFen: number;
            /** @description Of the receipts less red ones: deposits (押金). */
            depositsFen: number;
            firstReceiptNo: string | null;
            items: components["schemas"]["ShiftItemDto"][];
            lastReceiptNo: string | null;
            methods: components["schemas"]["ShiftMethodDto"][];
            /** @description Charges settled from prepayments, red receipts deducted. */
            offsetFen: number;
            /** @description Of the receipts less red ones: money kept as prepayment. */
            prepaymentFen: number;
            receipts: number;
            /** @description Money by receipts, prepayment offsets not counted. */
            receivedFen: number;
            reds: number;
            /** @description Paid back, negative. */
            refundedFen: number;
            refunds: number;
            /** @description Money on red receipts, negative: it stays in the till until it is paid back. */
            reversedFen: number;
        };
        TemplateGroupDto: {
            /** 项目 */
            items: components["schemas"]["TemplateItemDto"][];
            /** 部位 */
            name: string;
        };
        TemplateItemDto: {
            /** 项目 */
            name: string;
            /**
             * 标准
             * @description What is asked of it, e.g. 开关灵活，密封良好.
             */
            standard?: string | null;
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
        TransferChoiceDto: {
            label: string;
            value: string;
        };
        TransferConfirmationDto: {
            /** @description What was chosen; null while nobody has. */
            choice: string | null;
            choices: components["schemas"]["TransferChoiceDto"][];
            detail: string | null;
            key: string;
            label: string;
        };
        TransferConfirmationInputDto: {
            /** 处理 */
            choice: string;
            /** 确认事项 */
            key: string;
        };
        TransferDetailDto: {
            /** @description The request that waits, or was decided last. */
            approvalId: string | null;
            /** @enum {string} */
            arrears: "STAY" | "ASSUMED";
            /** @description What stands in the way, whatever anybody approves. */
            blocks: components["schemas"]["TransferItemDto"][];
            cancelReason: string | null;
            completedAt: string | null;
            completedByName: string | null;
            confirmations: components["schemas"]["TransferConfirmationDto"][];
            createdAt: string;
            createdByName: string;
            id: string;
            /** @description What is still to be entered before it can be submitted. */
            missing: string[];
            newOwners: string[];
            /** @description GH000001 */
            number: string;
            oldOwners: string[];
            /** @description What would stay open: with any of it the transfer needs the approval of a second person. */
            open: components["schemas"]["TransferItemDto"][];
            owners: components["schemas"]["TransferOwnerDto"][];
            payerCustomerId: string | null;
            /** @enum {string} */
            prepayment: "REFUND" | "CARRY_OVER";
            readings: components["schemas"]["TransferReadingDto"][];
            /** @enum {string|null} */
            reason: "OTHER" | "SALE" | "INHERITANCE" | "GIFT" | "DIVORCE" | "AUCTION" | null;
            relations: components["schemas"]["TransferRelationDto"][];
            remark: string | null;
            roomCode: string;
            roomId: string;
            /** @description The state of the room, by module; empty once the transfer is done. */
            sections: components["schemas"]["TransferSectionDto"][];
            /** @enum {string} */
            status: "PENDING" | "CANCELLED" | "DRAFT" | "SETTLING" | "COMPLETED";
            transferOn: string | null;
            version: number;
        };
        TransferDto: {
            completedAt: string | null;
            createdAt: string;
            createdByName: string;
            id: string;
            newOwners: string[];
            /** @description GH000001 */
            number: string;
            oldOwners: string[];
            /** @enum {string|null} */
            reason: "OTHER" | "SALE" | "INHERITANCE" | "GIFT" | "DIVORCE" | "AUCTION" | null;
            roomCode: string;
            roomId: string;
            /** @enum {string} */
            status: "PENDING" | "CANCELLED" | "DRAFT" | "SETTLING" | "COMPLETED";
            transferOn: string | null;
        };
        TransferItemDto: {
            amountFen: number | null;
            detail: string | null;
            label: string;
            link: string | null;
        };
        TransferOwnerDto: {
            customerId: string;
            /** @enum {string} */
            customerKind: "PERSON" | "COMPANY";
            customerName: string;
            customerNumber: string;
            idNumberMasked: string | null;
            mobileMasked: string | null;
            share: string | null;
        };
        TransferOwnerInputDto: {
            /**
             * 新业主
             * Format: uuid
             */
            customerId: string;
            /**
             * 产权份额
             * @description Per cent; all new owners have one or none has; together with owners who stay at most 100.
             */
            share?: string | null;
        };
        TransferPageDto: {
            items: components["schemas"]["TransferDto"][];
            nextCursor: string | null;
        };
        TransferPrepaymentDto: {
            balanceFen: number;
            /** @description Carried over to the new owner. */
            carriedFen: number;
            customerId: string;
            customerName: string;
            /** @description The only fee item the money pays for (专用); null is general money. */
            feeItemName: string | null;
            /** @description Offset against his open charges of the room, the oldest first. */
            offsetFen: number;
            /** @description To be paid back. */
            refundFen: number;
        };
        TransferReadingDto: {
            /**
             * 表类
             * @enum {string}
             */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /** 表号 */
            meterNo: string;
            /** 读数 */
            reading: string;
        };
        TransferRelationChoiceDto: {
            /**
             * 处理
             * @enum {string}
             */
            choice: "END" | "STAY";
            /**
             * 关系
             * Format: uuid
             */
            relationId: string;
        };
        TransferRelationDto: {
            /** @enum {string} */
            choice: "END" | "STAY";
            customerId: string;
            customerName: string;
            customerNumber: string;
            endsOn: string | null;
            relationId: string;
            /** @enum {string} */
            role: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            share: string | null;
            startsOn: string;
        };
        TransferSectionDto: {
            items: components["schemas"]["TransferItemDto"][];
            key: string;
            title: string;
        };
        TransferSettlementDto: {
            /** @description What of it the new owner takes over by agreement. */
            assumedFen: number;
            carriedFen: number;
            isFinal: boolean;
            lines: components["schemas"]["TransferSettlementLineDto"][];
            /** @description What the new owner owes from the split: his days, and debts he takes over. */
            newOwesFen: number;
            offsetFen: number;
            /** @description Open charges of those who leave, after the split and before prepayments are offset. */
            oldOwesFen: number;
            /** @description What of it stays open: owed by the old owner. */
            oldRestFen: number;
            prepayments: components["schemas"]["TransferPrepaymentDto"][];
            /** @description Number of the receipt that offsets the prepayment; once completed. */
            receiptNos: string[];
            refundFen: number;
            /** @description Paid by the old side for days of the new owner. */
            settleFen: number;
            transferOn: string;
        };
        TransferSettlementLineDto: {
            amountFen: number;
            /** @description The charge as it was issued. */
            chargeId: string;
            feeItemName: string;
            /** @description Days and amount from the transfer date on, and what of it is open. */
            newDays: number;
            newExplanation: string[];
            newFen: number;
            newOpenFen: number;
            /** @description Who pays from the transfer date on; null for debts of before. */
            newPayerName: string | null;
            /** @description Days and amount before the transfer date, and what of it is open. */
            oldDays: number;
            oldExplanation: string[];
            oldFen: number;
            oldOpenFen: number;
            openFen: number;
            paidFen: number;
            payerId: string;
            payerName: string;
            period: string;
            serviceFrom: string;
            serviceTo: string;
            /** @description Paid already for days of the new owner: the parties settle it between them. */
            settleFen: number;
        };
        TransferSheetDto: {
            completedByName: string;
            completedOn: string;
            lines: components["schemas"]["TransferSheetLineDto"][];
            newOwners: string[];
            number: string;
            oldOwners: string[];
            prepayments: components["schemas"]["TransferPrepaymentDto"][];
            printedOn: string;
            projectName: string;
            readings: components["schemas"]["TransferReadingDto"][];
            reasonName: string;
            roomCode: string;
            settlement: components["schemas"]["TransferSettlementDto"];
            /** @enum {string} */
            side: "NEW" | "OLD";
            /** @description What this side owes in the end. */
            totalFen: number;
            /** @description The same in Chinese capitals. */
            totalInWords: string;
            transferOn: string;
        };
        TransferSheetLineDto: {
            amountFen: number;
            days: number;
            explanation: string;
            feeItemName: string;
            from: string;
            openFen: number;
            paidFen: number;
            to: string;
        };
        TransferVersionDto: {
            /** 版本 */
            version: number;
        };
        TurnoverDto: {
            from: string;
            items: components["schemas"]["TurnoverRowDto"][];
            nextCursor: string | null;
            /** @description Sums of all accounts found, whatever the stretch. */
            sums: components["schemas"]["TurnoverSumsDto"];
            to: string;
        };
        TurnoverRowDto: {
            closingFen: number;
            customerId: string;
            customerName: string;
            /** @description The only fee item its money pays for; null is general money. */
            feeItemName: string | null;
            id: string;
            /** @description Paid in, less what was reversed of it; deposits turned into prepayments among it. */
            inFen: number;
            /** @description Carried over by transfers and restructures: into the account positive. */
            movedFen: number;
            openingFen: number;
            refundedFen: number;
            roomCode: string;
            roomId: string;
            /** @description Offset, less what was reversed of it. */
            usedFen: number;
        };
        TurnoverSumsDto: {
            closingFen: number;
            /** @description Paid in, less what was reversed of it; deposits turned into prepayments among it. */
            inFen: number;
            /** @description Carried over by transfers and restructures: into the account positive. */
            movedFen: number;
            openingFen: number;
            refundedFen: number;
            /** @description Offset, less what was reversed of it. */
            usedFen: number;
        };
        UndoMergeDto: {
            /** 撤销原因 */
            reason: string;
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
        UnmaskedAccountDto: {
            account: string | null;
        };
        UnmaskedDto: {
            emergencyPhone: string | null;
            homePhone: string | null;
            idNumber: string | null;
            mobile: string | null;
            otherPhones: string[];
        };
        UpdateMeterDto: {
            /**
             * 位数
             * @description Digits before the point: five digits turn over after 99999.
             */
            digits: number;
            /**
             * 收费项目
             * Format: uuid
             * @description The item its use is billed as; must be of kind 走表. Left out: the meter is read, never billed.
             */
            feeItemId?: string | null;
            /**
             * 表类
             * @enum {string}
             */
            kind: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
            /**
             * 倍率
             * @description 倍率: what one unit on the dial stands for.
             */
            multiplier: string;
            /**
             * 表号
             * @description Stamped on the device; unique among the meters of its kind that are in use.
             */
            no: string;
            /**
             * 总表
             * Format: uuid
             * @description The master meter (总表) behind which it stands, for the loss report (BIL-25).
             */
            parentId?: string | null;
            /**
             * 安装位置
             * @description Where exactly: 厨房水槽下, 一层配电间.
             */
            position?: string | null;
            /** 备注 */
            remark?: string | null;
            /**
             * 反转表
             * @description Counts backwards (反转表).
             */
            reverse: boolean;
            /**
             * 抄表路线
             * @description The round on which it is read (抄表路线).
             */
            route?: string | null;
            /**
             * 起始读数
             * @description Only while the meter has no reading.
             */
            startReading?: string | null;
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
             * 导出审批行数
             * @description Exports over so many rows need a second person's approval (LAW-34); 0 for all.
             */
            exportApprovalRows?: number | null;
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
            modules?: ("customer" | "property" | "billing" | "parking")[] | null;
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
        UpdateRateDto: {
            /**
             * 启用
             * @description A rate that is not active cannot be bound any more; what is bound goes on.
             */
            active: boolean;
            /**
             * 面积
             * @description Read for 按面积 only (BIL-02).
             * @enum {string}
             */
            areaKind: "CHARGE" | "BUILDING" | "INNER" | "USABLE";
            /**
             * 计费方式
             * @enum {string}
             */
            base: "AREA" | "HOUSEHOLD" | "FIXED" | "COUNT" | "METERED" | "FORMULA";
            /**
             * 月中变更
             * @description When a price changed inside a month takes effect (BIL-13).
             * @enum {string}
             */
            changePolicy: "SPLIT_DAYS" | "NEXT_MONTH";
            /**
             * 计费周期
             * @enum {string}
             */
            cycle: "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";
            /**
             * 应缴日
             * @description The day (1–31) or the number of days of the due rule.
             */
            dueDays: number;
            /**
             * 应缴日规则
             * @enum {string}
             */
            dueRule: "DAY_OF_MONTH" | "DAY_OF_NEXT_MONTH" | "DAYS_AFTER_ISSUE" | "END_OF_PERIOD";
            /**
             * 计费公式
             * @description What a month costs, in yuan, for 按公式 only: numbers, + − × ÷, brackets, 最大(…), 最小(…) and the names 收费面积, 建筑面积,
             *     套内面积, 使用面积, 数量, 单价, 附加费 and the user-defined numbers of rooms. E.g. 最大(收费面积, 60) × 单价 + 附加费.
             */
            formula?: string | null;
            /**
             * 定价依据
             * @description Contract or filed price (LAW-14).
             */
            legalBasis?: string | null;
            /**
             * 最少缴费月数
             * @description Fewest months to pay at a time, shown at the desk.
             */
            minimumMonths?: number | null;
            /**
             * 标准名称
             * @description Unique among the rates of the fee item.
             */
            name: string;
            /**
             * 不足一月
             * @description What a broken month costs (BIL-10).
             * @enum {string}
             */
            proration: "ACTUAL_DAYS" | "FIXED_30" | "HALF_MONTH" | "WHOLE_MONTH" | "FROM_NEXT_MONTH";
            /**
             * 取整方式
             * @enum {string}
             */
            roundingMode: "HALF_UP" | "HALF_EVEN" | "CEIL" | "FLOOR";
            /**
             * 取整单位
             * @description Unit in yuan every line is rounded to (BIL-30).
             * @enum {string}
             */
            roundingUnit: "1" | "0.01" | "0.1";
            /**
             * 阶梯累计
             * @description What tiers count over, for 按表计量 with tiers (BIL-21): left out means by month.
             * @enum {string|null}
             */
            tierBasis?: "MONTH" | "CYCLE" | "YEAR" | null;
            /**
             * 出账时间
             * @enum {string}
             */
            timing: "PREPAID" | "POSTPAID";
        };
        UpdateRateVersionDto: {
            /**
             * 基准人数
             * @description People of a household that the tiers are made for; every one more widens the tiers that grow.
             */
            basePersons?: number | null;
            /**
             * 附加费
             * @description 附加费: yuan per object and month on top.
             */
            surcharge?: string | null;
            /**
             * 阶梯
             * @description 阶梯, for 按表计量 only, the smallest use first; empty where every unit costs the same.
             */
            tiers?: components["schemas"]["RateTierDto"][];
            /**
             * 单价
             * @description Yuan per unit (m², household, piece, unit of use) and month; for tiered prices left out or that of the first tier.
             */
            unitPrice?: string | null;
        };
        UpdateRestructureDto: {
            /**
             * 收费标准分配
             * @description Every rate binding in force on the old rooms, and who gets it.
             */
            bindings: components["schemas"]["BindingAssignmentDto"][];
            /**
             * 生效日期
             * Format: date
             * @description First day of the new rooms; the old ones end the day before.
             */
            effectiveOn: string;
            /**
             * 种类
             * @enum {string}
             */
            kind: "SPLIT" | "MERGE";
            /**
             * 合并后的业主
             * @description Merge of rooms whose owners or shares differ: the owners of the new room. Empty copies what all rooms have alike.
             */
            owners: components["schemas"]["ResultingOwnerDto"][];
            /**
             * 新房间
             * @description Split: 2 to 20. Merge: one.
             */
            parts: components["schemas"]["RestructurePartDto"][];
            /**
             * 收费对象
             * Format: uuid
             * @description Merge: who pays for the new room, all fee items. Left out, what all rooms have alike is copied.
             */
            payerId?: string | null;
            /**
             * 预收分配
             * @description Every prepayment account with a balance, and who gets it.
             */
            prepayments: components["schemas"]["PrepaymentAssignmentDto"][];
            /** 原因 */
            reason: string;
            /**
             * 房间
             * @description Split: the one room. Merge: 2 to 20 rooms of one building.
             */
            roomIds: string[];
            /**
             * 车辆分配
             * @description Split: who gets a vehicle of the room. One left out goes with its holder's part, else with the first shared one.
             */
            vehicles?: components["schemas"]["VehicleAssignmentDto"][] | null;
            /** 版本 */
            version: number;
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
        VehicleAssignmentDto: {
            /**
             * 新房间
             * @description Place of the new room in `parts`, from 0.
             */
            part: number;
            /**
             * 车辆关系
             * Format: uuid
             */
            relationId: string;
        };
        VehicleDetailDto: {
            active: boolean;
            color: string;
            id: string;
            /** @enum {string|null} */
            kind: "FREE" | "MONTHLY" | "OWNED" | "INTERNAL" | null;
            model: string;
            ownerId: string | null;
            ownerName: string | null;
            plate: string;
            /** @enum {string|null} */
            rank: "MAIN" | "SECOND" | null;
            relations: components["schemas"]["VehicleRelationDto"][];
            remark: string | null;
            /** @description Codes of the rooms it belongs to today. */
            roomCodes: string[];
            /** @description Codes of its spaces today. */
            spaceCodes: string[];
        };
        VehicleDto: {
            active: boolean;
            color: string;
            id: string;
            /** @enum {string|null} */
            kind: "FREE" | "MONTHLY" | "OWNED" | "INTERNAL" | null;
            model: string;
            ownerId: string | null;
            ownerName: string | null;
            plate: string;
            /** @enum {string|null} */
            rank: "MAIN" | "SECOND" | null;
            /** @description Codes of the rooms it belongs to today. */
            roomCodes: string[];
            /** @description Codes of its spaces today. */
            spaceCodes: string[];
        };
        VehiclePageDto: {
            items: components["schemas"]["VehicleDto"][];
            total: number;
        };
        VehicleRelationDto: {
            color: string;
            customerId: string;
            customerName: string;
            customerNumber: string;
            endReason: string | null;
            endsOn: string | null;
            id: string;
            /** @enum {string} */
            kind: "FREE" | "MONTHLY" | "OWNED" | "INTERNAL";
            model: string;
            plate: string;
            /** @enum {string} */
            rank: "MAIN" | "SECOND";
            /** @enum {string} */
            role: "OWNER" | "USER";
            roomCode: string | null;
            roomId: string | null;
            spaceCode: string | null;
            spaceId: string | null;
            startsOn: string;
            vehicleActive: boolean;
            vehicleId: string;
        };
        VehicleRelationsDto: {
            items: components["schemas"]["VehicleRelationDto"][];
        };
        VoidInspectionDto: {
            /** 作废原因 */
            reason: string;
            /** 版本 */
            version: number;
        };
        VoidReceiptDto: {
            /**
             * 打印的收据已全部收回
             * @description Every printed copy is back in hand; required once the receipt was printed.
             */
            copiesReturned?: boolean | null;
            /** 作废原因 */
            reason: string;
        };
        WaiverDetailDto: {
            amountFen: number;
            /** @description Where it is decided. */
            approvalId: string;
            /** @description Day the reduction was booked. */
            bookedOn: string | null;
            createdAt: string;
            decidedAt: string | null;
            decidedByName: string | null;
            id: string;
            lines: components["schemas"]["WaiverLineDto"][];
            note: string | null;
            payerId: string;
            payerName: string;
            reason: string;
            /** @enum {string} */
            reasonCode: "OTHER" | "VACANT" | "SERVICE" | "BILLING_ERROR" | "HARDSHIP" | "PROMOTION" | "COURT";
            requestedByName: string;
            roomCodes: string[];
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN" | "REVERSED";
            waiverNo: string;
        };
        WaiverDto: {
            amountFen: number;
            /** @description Day the reduction was booked. */
            bookedOn: string | null;
            createdAt: string;
            decidedAt: string | null;
            decidedByName: string | null;
            id: string;
            note: string | null;
            payerId: string;
            payerName: string;
            reason: string;
            /** @enum {string} */
            reasonCode: "OTHER" | "VACANT" | "SERVICE" | "BILLING_ERROR" | "HARDSHIP" | "PROMOTION" | "COURT";
            requestedByName: string;
            roomCodes: string[];
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN" | "REVERSED";
            waiverNo: string;
        };
        WaiverLineDto: {
            amountFen: number;
            /** @description What was charged. */
            chargedFen: number;
            chargeId: string;
            feeItemName: string;
            /** @description What is owed of the charge now. */
            openFen: number;
            period: string;
            roomCode: string;
            roomId: string;
        };
        WaiverLineInputDto: {
            /**
             * 减免金额
             * @description From 1 fen to what is still owed.
             */
            amountFen: number;
            /**
             * 应收
             * Format: uuid
             */
            chargeId: string;
        };
        WaiverPageDto: {
            /** @description Sum of all that the filter finds, in fen. */
            amountFen: number;
            items: components["schemas"]["WaiverDto"][];
            nextCursor: string | null;
        };
        WithdrawShareDto: {
            /** 撤销原因 */
            reason: string;
        };
        WitnessShiftDto: {
            /** 确认 */
            agreed: boolean;
            /**
             * 见证意见
             * @description Required when the count is sent back.
             */
            note?: string | null;
        };
        WorkbenchBillingDto: {
            collectedFen: number;
            /** @description 当期收缴率, per cent. */
            currentRate: string | null;
            /** @description Months that are over and not yet closed. */
            monthsToClose: string[];
            /** @description Past its due date, all months. */
            overdueFen: number;
            overdueRooms: number;
            /** @description Today's month, YYYY-MM. */
            period: string;
            receiptsToday: number;
            receivableFen: number;
            /** @description Red receipts whose money has not been paid back. */
            refundsWaiting: number;
            /** @description Rehearsed runs that wait to be published. */
            runsWaiting: number;
            takings: {
                amountFen: number;
                /** @enum {string} */
                method: "OTHER" | "TRANSFER" | "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT";
            }[];
            takingsFen: number;
        };
        WorkbenchDto: {
            /** @description Requests of others that wait for this person's decision; null when he decides none. */
            approvalsWaiting: number | null;
            billing: components["schemas"]["WorkbenchBillingDto"] | null;
            property: components["schemas"]["WorkbenchPropertyDto"] | null;
            today: string;
        };
        WorkbenchPropertyDto: {
            customers: number | null;
            customersIncomplete: number | null;
            /** @description Imports begun and not finished; null without the right to import. */
            importsOpen: number | null;
            occupiedRooms: number;
            rooms: number;
            roomsIncomplete: number;
        };
        WriteOffDetailDto: {
            amountFen: number;
            approvalId: string;
            bookedOn: string | null;
            createdAt: string;
            decidedByName: string | null;
            id: string;
            lines: components["schemas"]["WriteOffLineDto"][];
            payerId: string;
            payerName: string;
            reason: string;
            /** @enum {string} */
            reasonCode: "OTHER" | "COURT" | "LIMITATION" | "BANKRUPT" | "DECEASED" | "UNREACHABLE";
            /** @description Receipts by which money came back. */
            receiptNos: string[];
            /** @description What came back of it later. */
            recoveredFen: number;
            requestedByName: string;
            roomCodes: string[];
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            writeOffNo: string;
        };
        WriteOffDto: {
            amountFen: number;
            approvalId: string;
            bookedOn: string | null;
            createdAt: string;
            decidedByName: string | null;
            id: string;
            payerId: string;
            payerName: string;
            reason: string;
            /** @enum {string} */
            reasonCode: "OTHER" | "COURT" | "LIMITATION" | "BANKRUPT" | "DECEASED" | "UNREACHABLE";
            /** @description What came back of it later. */
            recoveredFen: number;
            requestedByName: string;
            roomCodes: string[];
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            writeOffNo: string;
        };
        WriteOffLineDto: {
            amountFen: number;
            chargeId: string;
            dueOn: string;
            feeItemName: string;
            period: string;
            recoveredFen: number;
            roomCode: string;
        };
        WriteOffLineInputDto: {
            /**
             * 金额
             * @description From 1 fen to what is still owed (or, coming back, to what is still written off).
             */
            amountFen: number;
            /**
             * 应收
             * Format: uuid
             */
            chargeId: string;
        };
        WriteOffPageDto: {
            /** @description Written off and recovered, of all that the filter finds, in fen. */
            amountFen: number;
            items: components["schemas"]["WriteOffDto"][];
            nextCursor: string | null;
            recoveredFen: number;
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
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
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
                /** @description 申请编号 */
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
                /** @description 申请编号 */
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
                /** @description 操作：Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 对象类型：Kind of thing, e.g. room. */
                entity?: string;
                /** @description 对象编号：The thing. */
                entityId?: string;
                /** @description 起始日期 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 管理区：The nil UUID: what concerns the company. */
                projectId?: string;
                /** @description 是否成功 */
                success?: boolean;
                /** @description 截止日期 */
                to?: string;
                /** @description 操作人：Who acted. */
                userId?: string;
                /** @description 操作人姓名：Part of the name of who acted. */
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
                /** @description 操作：Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 对象类型：Kind of thing, e.g. room. */
                entity?: string;
                /** @description 对象编号：The thing. */
                entityId?: string;
                /** @description 起始日期 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 管理区：The nil UUID: what concerns the company. */
                projectId?: string;
                /** @description 是否成功 */
                success?: boolean;
                /** @description 截止日期 */
                to?: string;
                /** @description 操作人：Who acted. */
                userId?: string;
                /** @description 操作人姓名：Part of the name of who acted. */
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
                /** @description 关键字 */
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
                /** @description 启用 */
                active?: boolean;
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 名称 */
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
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
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
    Approvals_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 审批种类 */
                kind?: "room.areas" | "room.split" | "room.merge" | "room.transfer" | "billing.waiver" | "billing.large-waiver" | "period.reopen" | "billing.refund" | "billing.write-off" | "data.export";
                /** @description 待我审批：Only those the caller may decide now: pending, of a kind he approves, asked for by somebody else. */
                mine?: boolean;
                /** @description 我的申请：Only what the caller asked for himself. */
                own?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                status?: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
                /** @description 所属对象：The thing it is about, e.g. a room. */
                subjectId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ApprovalPageDto"];
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
    Approvals_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 审批编号 */
                approvalId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ApprovalDto"];
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
    Approvals_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 审批编号 */
                approvalId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
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
    Approvals_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 审批编号 */
                approvalId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectApprovalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
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
    Approvals_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 审批编号 */
                approvalId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ApprovalDto"];
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
    Arrears_list: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 逾期天数 */
                minDaysLate?: number;
                /** @description 欠费月数 */
                minMonths?: number;
                /** @description 含未到期 */
                notYetDue?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 关键字 */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 排序：AMOUNT: the largest first; OLDEST: the longest owed first. */
                sort?: "AMOUNT" | "OLDEST" | "ROOM";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ArrearPageDto"];
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
    Arrears_totals: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 逾期天数：Late by at least so many days. */
                minDaysLate?: number;
                /** @description 欠费月数：Owing at least so many service months. */
                minMonths?: number;
                /** @description 含未到期：Also what is not yet due. */
                notYetDue?: boolean;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 关键字：Part of room code, payer name or payer number. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ArrearTotalsDto"];
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
    Attachments_list: {
        parameters: {
            query: {
                /** @description 所属对象编号 */
                ownerId: string;
                /** @description 所属对象：Kind of thing as its domain registered it, e.g. inspection-defect, transfer. */
                ownerType: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["AttachmentsDto"];
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
    Attachments_add: {
        parameters: {
            query: {
                /** @description 附件类型：What the file is, one of the kinds that the kind of thing takes, e.g. PHOTO. */
                kind: string;
                /** @description 所属对象编号 */
                ownerId: string;
                /** @description 所属对象：Kind of thing as its domain registered it, e.g. inspection-defect, transfer. */
                ownerType: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["AttachmentDto"];
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
    Attachments_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 附件编号 */
                attachmentId: string;
                /** @description 管理区编号 */
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
    Attachments_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 附件编号 */
                attachmentId: string;
                /** @description 管理区编号 */
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
    Attachments_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 附件编号 */
                attachmentId: string;
                /** @description 管理区编号 */
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
    Attributes_list: {
        parameters: {
            query?: {
                /** @description 用于 */
                owner?: "ROOM" | "CUSTOMER";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["AttributesDto"];
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
    Attributes_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAttributeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeDto"];
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
    Attributes_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 自定义资料编号 */
                attributeId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveAttributeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeDto"];
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
    Attributes_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 自定义资料编号 */
                attributeId: string;
                /** @description 管理区编号 */
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
    Attributes_use: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["AttributeUsesDto"];
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
                /** @description 操作：Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 对象类型：Kind of thing, e.g. room. */
                entity?: string;
                /** @description 对象编号：The thing. */
                entityId?: string;
                /** @description 起始日期 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 是否成功 */
                success?: boolean;
                /** @description 截止日期 */
                to?: string;
                /** @description 操作人：Who acted. */
                userId?: string;
                /** @description 操作人姓名：Part of the name of who acted. */
                userName?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 操作：Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
                action?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 对象类型：Kind of thing, e.g. room. */
                entity?: string;
                /** @description 对象编号：The thing. */
                entityId?: string;
                /** @description 起始日期 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 是否成功 */
                success?: boolean;
                /** @description 截止日期 */
                to?: string;
                /** @description 操作人：Who acted. */
                userId?: string;
                /** @description 操作人姓名：Part of the name of who acted. */
                userName?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    BankDeposits_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 款项日期起 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 解款单号：Part of the slip's number. */
                q?: string;
                /** @description 款项日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["BankDepositPageDto"];
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
    BankDeposits_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBankDepositDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankDepositDto"];
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
    BankDeposits_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 解款单编号 */
                depositId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBankDepositDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankDepositDto"];
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
    BillingSettings_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["BillingSettingsDto"];
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
    BillingSettings_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingSettingsDto"];
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
    Bindings_list: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 生效日：Only those in force on this day. */
                on?: string;
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of room code or name. */
                q?: string;
                /** @description 收费标准 */
                rateId?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 单元 */
                unitId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["BindingPageDto"];
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
    Bindings_bind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindRoomsDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindRoomsResultDto"];
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
    Bindings_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 绑定编号 */
                bindingId: string;
                /** @description 管理区编号 */
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
    Bindings_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 绑定编号 */
                bindingId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndBindingDto"];
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
    Bindings_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindRoomsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingPreviewDto"];
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
    Buildings_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
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
                /** @description 楼栋编号 */
                buildingId: string;
                /** @description 管理区编号 */
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
                /** @description 楼栋编号 */
                buildingId: string;
                /** @description 管理区编号 */
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
                /** @description 楼栋编号 */
                buildingId: string;
                /** @description 管理区编号 */
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
                /** @description 楼栋编号 */
                buildingId: string;
                /** @description 管理区编号 */
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
    Charges_totals: {
        parameters: {
            query?: {
                /** @description 记账月份：Month it was booked in. */
                bookedPeriod?: string;
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 逾期：Owed and past the due date, or not. */
                overdue?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 费用月份起：Service month from, to. */
                periodFrom?: string;
                /** @description 费用月份止 */
                periodTo?: string;
                /** @description 关键字：Part of room code, payer name or payer number. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 批次 */
                runId?: string;
                /** @description 状态 */
                status?: "OPEN" | "PARTIAL" | "SETTLED" | "REDUCED" | "REVERSED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ChargeTotalsDto"];
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
    Charges_list: {
        parameters: {
            query?: {
                /** @description 记账月份：Month it was booked in. */
                bookedPeriod?: string;
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 逾期：Owed and past the due date, or not. */
                overdue?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 费用月份起：Service month from, to. */
                periodFrom?: string;
                /** @description 费用月份止 */
                periodTo?: string;
                /** @description 关键字：Part of room code, payer name or payer number. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 批次 */
                runId?: string;
                /** @description 状态 */
                status?: "OPEN" | "PARTIAL" | "SETTLED" | "REDUCED" | "REVERSED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ChargePageDto"];
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
    Charges_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChargeDto"];
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
    Charges_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 应收编号 */
                chargeId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ChargeDetailDto"];
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
    Corrections_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 应收编号 */
                chargeId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectChargeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionDto"];
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
    Corrections_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 应收编号 */
                chargeId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewCorrectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPreviewDto"];
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
    Charges_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 应收编号 */
                chargeId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseChargeDto"];
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
    CollectionRates_rates: {
        parameters: {
            query: {
                /** @description 分组 */
                by?: "BUILDING" | "ITEM";
                /** @description 月份 */
                period: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CollectionRateDto"];
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
                /** @description 管理区编号 */
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
    CustomerCompleteness_figures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerCompletenessDto"];
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
    CustomerCompleteness_list: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 缺少的资料：Only who lacks this field. */
                missing?: "性别" | "证件名称" | "证件号码" | "户口所在地" | "紧急联络人" | "紧急联络人电话" | "手机或家庭电话" | "与业主关系" | "监护人同意";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 房号或名称：Part of the room's code or name. */
                q?: string;
                /** @description 与房间的关系 */
                role?: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["IncompleteCustomerPageDto"];
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
    Merges_duplicates: {
        parameters: {
            query?: {
                /** @description 相同之处 */
                by?: "NAME_PHONE" | "NAME_ROOM" | "PHONE";
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DuplicatePageDto"];
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
    Tags_fieldsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CollectedFieldsDto"];
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
    Tags_markFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotCollectedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectedFieldsDto"];
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
    Merges_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCustomersDto"];
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
    Merges_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 合并编号 */
                mergeId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoMergeDto"];
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
    Merges_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergePairDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreviewDto"];
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
    Tags_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerTagsDto"];
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
    Tags_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCustomerTagDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerTagDto"];
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
    Tags_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 标签编号 */
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCustomerTagDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerTagDto"];
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
    Tags_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 标签编号 */
                tagId: string;
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
    Customers_list: {
        parameters: {
            query?: {
                /** @description 自定义资料：User-defined attributes, each `id:value`; see AttributeValueDto for the values. */
                attribute?: string[];
                /** @description 生日月份 */
                birthdayMonth?: number;
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 关系结束日期起：Last day of a relation lies in this period; ended relations count then. */
                endedFrom?: string;
                /** @description 关系结束日期止 */
                endedTo?: string;
                /** @description 含以前的关系：Relation, building and dates may also be those of relations that have ended. */
                ever?: boolean;
                /** @description 资料不全：Only customers with mandatory fields missing. */
                incomplete?: boolean;
                /** @description 客户类型 */
                kind?: "PERSON" | "COMPANY";
                /** @description 年龄不大于：Full years today. */
                maxAge?: number;
                /** @description 年龄不小于：Full years today. */
                minAge?: number;
                /** @description 入住日期起：Day the room was moved into. */
                movedInFrom?: string;
                /** @description 入住日期止 */
                movedInTo?: string;
                /** @description 欠费不少于（分）：Owes at least so much over all rooms, in fen. */
                owedFen?: number;
                /** @description 有欠费 */
                owing?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 有预收余额 */
                prepaid?: boolean;
                /** @description 关键字：Part of the name or number, a whole telephone or ID number, or the last four digits of a telephone. */
                q?: string;
                /** @description 与房间的关系 */
                role?: "OWNER" | "TENANT" | "FAMILY" | "USER" | "AGENT" | "DEVELOPER";
                /** @description 关系起始日期起：First day of a relation lies in this period, both ends included. */
                startedFrom?: string;
                /** @description 关系起始日期止 */
                startedTo?: string;
                /** @description 标签：Only customers who carry the tag. */
                tagId?: string;
                /** @description 未核对起始日期：Whose data was not confirmed since that day, or never (CUS-08). */
                unconfirmedSince?: string;
                /** @description 未满 14 周岁 */
                under14?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
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
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
    CustomerDetails_addAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveAddressDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    CustomerDetails_updateAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveAddressDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    CustomerDetails_removeAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    Privacy_anonymise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonReasonDto"];
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
    AsOf_customer: {
        parameters: {
            query: {
                /** @description 截至日期 */
                on: string;
            };
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerAsOfDto"];
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
    Customers_setAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveAttributesDto"];
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
    Customers_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
    Privacy_consentsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ConsentsDto"];
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
    Privacy_recordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordConsentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsDto"];
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
    TitlesContacts_addContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveContactDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    TitlesContacts_updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveContactDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    TitlesContacts_removeContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    Privacy_holds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DeletionHoldsDto"];
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
    CustomerDetails_details: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    Privacy_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportPersonDto"];
            };
        };
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
    Relations_recordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordGuardianConsentDto"];
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
    TitlesContacts_addTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveInvoiceTitleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    TitlesContacts_updateTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveInvoiceTitleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    TitlesContacts_removeTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    TitlesContacts_unmaskTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["UnmaskedAccountDto"];
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
    CustomerDetails_changeKeyData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeKeyDataDto"];
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
    Merges_merges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MergesDto"];
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
    Privacy_giveNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveNoticeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsDto"];
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
    CustomerDetails_addPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePhoneDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    CustomerDetails_updatePhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePhoneDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    CustomerDetails_removePhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    CustomerDetails_makeMainPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 记录编号 */
                partId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MainPhoneDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    CustomerDetails_savePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePreferencesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetailsDto"];
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
    Privacy_register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequestDto"];
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
    AsOf_customerGraph: {
        parameters: {
            query: {
                /** @description 截至日期 */
                on: string;
            };
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RelationGraphDto"];
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
    Tags_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagCustomerDto"];
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
    Customers_unmask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
    Vehicles_ofCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 客户编号 */
                customerId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["VehicleRelationsDto"];
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
                /** @description 管理区编号 */
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
    DailyReports_list: {
        parameters: {
            query: {
                /** @description 开始日期 */
                from: string;
                /** @description 结束日期：At most 62 days later. */
                to: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DailyReportsDto"];
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
    DailyReports_receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 收款人 */
                cashierId: string;
                /** @description 日期 */
                day: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveDailyReportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyReportDto"];
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
    DailyReports_send: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 收款人 */
                cashierId: string;
                /** @description 日期 */
                day: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DailyReportDto"];
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
    DailyReports_one: {
        parameters: {
            query: {
                /** @description 收款人 */
                cashierId?: string;
                /** @description 日期 */
                day: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DailyReportDto"];
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
    DailyReports_xlsx: {
        parameters: {
            query: {
                /** @description 收款人 */
                cashierId?: string;
                /** @description 日期 */
                day: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    Recipients_list: {
        parameters: {
            query?: {
                /** @description 有效：Only those who get personal data today. */
                current?: boolean;
                /** @description 关系 */
                kind?: "PROCESSOR" | "RECIPIENT" | "JOINT";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 名称 */
                q?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RecipientPageDto"];
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
    Recipients_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRecipientDto"];
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
    Recipients_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 接收方编号 */
                recipientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRecipientDto"];
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
    DebitAgreements_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 客户 */
                customerId?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the agreement's number, the holder, the customer or a room; a whole account number finds its agreement. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 托收方案 */
                schemeId?: string;
                /** @description 状态 */
                status?: "PENDING" | "ACTIVE" | "SUSPENDED" | "ENDED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitAgreementPageDto"];
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
    DebitAgreements_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDebitAgreementDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDebitAgreementDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebitReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignDebitAgreementDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_suspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebitReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitAgreementDto"];
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
    DebitAgreements_unmask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 划款协议 */
                agreementId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebitReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitUnmaskedDto"];
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
    DebitAgreements_households: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitHouseholdPageDto"];
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
    DebitAgreements_promotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitPromotionDto"];
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
    DebitBatches_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 建立日期起 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 托收方案 */
                schemeId?: string;
                /** @description 状态 */
                status?: "DRAFT" | "EXPORTED" | "RETURNED" | "PARTIAL" | "DONE" | "VOID";
                /** @description 建立日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitBatchPageDto"];
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
    DebitBatches_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeDebitBatchDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_credit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditDebitBatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_exclusions: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 原因 */
                reason?: "NO_AGREEMENT" | "NOT_SIGNED" | "SUSPENDED" | "NOT_VALID" | "OTHER_PAYER" | "NO_CONSENT" | "DISPUTED" | "UNDER_MINIMUM" | "OVER_LIMIT" | "IN_OTHER_BATCH" | "LEFT_OUT";
            };
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitExclusionPageDto"];
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
    DebitBatches_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
    DebitBatches_leaveOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveOutDebitLinesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_lines: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字 */
                q?: string;
                /** @description 状态 */
                status?: "DRAFT" | "IN_PROCESS" | "SUCCEEDED" | "PARTIAL" | "FAILED" | "VOID";
            };
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitLinePageDto"];
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
    DebitBatches_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 托收明细 */
                lineId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleDebitLineDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_remake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_import: {
        parameters: {
            query?: {
                /** @description 扣款日期：The bank's value date, for files that do not carry it; today when left out. */
                valueDate?: string;
            };
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitBatches_check: {
        parameters: {
            query?: {
                /** @description 扣款日期：The bank's value date, for files that do not carry it; today when left out. */
                valueDate?: string;
            };
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitReturnCheckDto"];
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
    DebitBatches_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 托收批次 */
                batchId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebitReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitBatchDetailDto"];
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
    DebitSchemes_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitSchemesDto"];
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
    DebitSchemes_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDebitSchemeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitSchemeDto"];
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
    DebitSchemes_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 托收方案 */
                schemeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDebitSchemeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitSchemeDto"];
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
    DebitSchemes_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDebitSchemeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitPreviewDto"];
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
    DebitSchemes_templates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DebitTemplatesDto"];
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
    Defects_list: {
        parameters: {
            query?: {
                /** @description 存在时间 */
                age?: "WEEK" | "MONTH" | "LONGER";
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 责任单位 */
                contractor?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 未完成：Not closed, or closed. */
                open?: boolean;
                /** @description 逾期：Not closed and past the deadline, or not. */
                overdue?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the room's code, the place or the description. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 状态 */
                state?: "OPEN" | "FIXED" | "CLOSED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DefectPageDto"];
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
    Defects_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 缺陷编号 */
                defectId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DefectDto"];
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
    Defects_fix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 缺陷编号 */
                defectId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FixDefectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefectDto"];
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
    Defects_recheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 缺陷编号 */
                defectId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecheckDefectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefectDto"];
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
    Defects_contractors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ContractorsDto"];
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
    Defects_pdf: {
        parameters: {
            query: {
                /** @description 责任单位 */
                contractor: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    Defects_sheet: {
        parameters: {
            query: {
                /** @description 责任单位 */
                contractor: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DefectSheetDto"];
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
    Deposits_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 押金项目 */
                feeItemId?: string;
                /** @description 押金用途 */
                object?: "ROOM" | "DECORATION" | "PASS" | "LEASE" | "OTHER";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 交纳人 */
                payerId?: string;
                /** @description 关键字：Part of the deposit's number, reference, room code, the payer's name or number. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 状态 */
                state?: "WAITING" | "HELD" | "REFUNDABLE" | "SETTLED" | "CANCELLED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DepositPageDto"];
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
    Deposits_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepositDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositDetailDto"];
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
    Deposits_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 押金编号 */
                depositId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DepositDetailDto"];
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
    Deposits_deduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 押金编号 */
                depositId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeductDepositDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositDetailDto"];
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
    Deposits_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 押金编号 */
                depositId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDepositDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositDetailDto"];
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
    Deposits_setRefundable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 押金编号 */
                depositId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRefundableDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositDetailDto"];
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
    Deposits_report: {
        parameters: {
            query?: {
                /** @description 开始日期：First day; the first of this month when left out. */
                from?: string;
                /** @description 结束日期：Last day, included; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DepositReportDto"];
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
    Desk_open: {
        parameters: {
            query?: {
                /** @description 客户 */
                customerId?: string;
                /** @description 房间 */
                roomId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DeskDto"];
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
    DeskSettings_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DeskSettingsDto"];
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
    DeskSettings_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSettingsDto"];
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
    Desk_allocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocationRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationDto"];
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
    Desk_search: {
        parameters: {
            query: {
                /** @description 查找内容：Room code or name, customer name or number, or at least four digits of a telephone number. */
                q: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DeskMatchesDto"];
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
                /** @description 管理区编号 */
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
    Exports_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 导出内容 */
                kind?: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                status?: "PENDING" | "RUNNING" | "READY" | "REJECTED" | "FAILED" | "EXPIRED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DataExportPageDto"];
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
    Exports_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestExportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataExportDto"];
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
    Exports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导出编号 */
                exportId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["DataExportDto"];
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
    Exports_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导出编号 */
                exportId: string;
                /** @description 管理区编号 */
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
    Exports_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewExportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPreviewDto"];
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
    FeeItems_list: {
        parameters: {
            query?: {
                /** @description 启用 */
                active?: boolean;
                /** @description 种类 */
                kind?: "REGULAR" | "METERED" | "SHARED" | "ONE_OFF" | "LEASE" | "DEPOSIT" | "PASS";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of code, name, short name or mnemonic. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["FeeItemPageDto"];
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
    FeeItems_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFeeItemDto"];
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
    FeeItems_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 收费项目编号 */
                feeItemId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["FeeItemDto"];
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
    FeeItems_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 收费项目编号 */
                feeItemId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFeeItemDto"];
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
    FeeItems_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 收费项目编号 */
                feeItemId: string;
                /** @description 管理区编号 */
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
    Query_formerResidents: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 结束日期起：Whose last day lies in this period, both ends included. */
                endedFrom?: string;
                /** @description 结束日期止 */
                endedTo?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 房号或姓名：Part of a name or room code. */
                q?: string;
                /** @description 身份 */
                role?: "OWNER" | "TENANT";
                /** @description 房间 */
                roomId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["FormerResidentPageDto"];
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
    Formula_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckFormulaDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaCheckDto"];
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
    ImportTemplates_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 模板 */
                kind: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS";
                /** @description 管理区编号 */
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
    Imports_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 导入内容 */
                kind?: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS" | "COMMUNITY";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                status?: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "DONE" | "FAILED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ImportPageDto"];
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
    Imports_upload: {
        parameters: {
            query?: {
                /** @description 导入内容：What the file is imported as; found from the file when left out. */
                kind?: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS" | "COMMUNITY";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ImportDto"];
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
    Imports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入编号 */
                importId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ImportDto"];
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
    Imports_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入编号 */
                importId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
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
    Imports_commit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入编号 */
                importId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
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
    Imports_saveMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入编号 */
                importId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveImportMappingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDto"];
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
    Imports_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入编号 */
                importId: string;
                /** @description 管理区编号 */
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
    Imports_rows: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 种类 */
                entity?: "building" | "unit" | "room" | "customer" | "relation" | "payer" | "fee" | "binding" | "space" | "row";
                /** @description 结果 */
                outcome?: "CREATE" | "UPDATE" | "SAME" | "REFUSE" | "LEFT_OUT";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 工作表 */
                sheet?: string;
                /** @description 有提示：Only rows something is said about. */
                withIssues?: boolean;
            };
            header?: never;
            path: {
                /** @description 导入编号 */
                importId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ImportRowPageDto"];
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
    InspectionTemplates_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["InspectionTemplatesDto"];
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
    InspectionTemplates_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveInspectionTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionTemplateDto"];
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
    InspectionTemplates_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 验收模板编号 */
                templateId: string;
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
                    "application/json": components["schemas"]["InspectionTemplateDto"];
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
    InspectionTemplates_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 验收模板编号 */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveInspectionTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionTemplateDto"];
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
    InspectionTemplates_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 验收模板编号 */
                templateId: string;
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
    Inspections_list: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the number, the room's code or who takes over. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 状态 */
                state?: "DRAFT" | "IN_PROGRESS" | "DEFECTS" | "PASSED" | "VOID";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["InspectionPageDto"];
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
    Inspections_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInspectionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
    Inspections_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
    Inspections_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveInspectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
    Inspections_begin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
    Inspections_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteInspectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
    Inspections_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
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
    Inspections_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["InspectionSheetDto"];
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
    Inspections_sign: {
        parameters: {
            query: {
                /** @description 签字人姓名 */
                name: string;
                /** @description 签字人 */
                role: "TAKER" | "INSPECTOR";
                /** @description 版本：As text, since it stands in the address. */
                version: string;
            };
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
    Inspections_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 验收单编号 */
                inspectionId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidInspectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDetailDto"];
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
                /** @description 游标 */
                cursor?: string;
                /** @description 任务种类 */
                kind?: "billing.rehearse" | "billing.publish" | "billing.reverse-run" | "billing.offset" | "imports.check" | "imports.commit" | "exports.write";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 任务编号 */
                jobId: string;
                /** @description 管理区编号 */
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
                /** @description 任务编号 */
                jobId: string;
                /** @description 管理区编号 */
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
    LateFees_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["LateFeeSchemesDto"];
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
    LateFees_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLateFeeSchemeDto"];
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
    LateFees_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 违约金方案编号 */
                schemeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveLateFeeSchemeDto"];
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
    LateFees_addRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 违约金方案编号 */
                schemeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddLateFeeRateDto"];
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
    LateFees_accrued: {
        parameters: {
            query?: {
                /** @description 截止日期：As of the end of this day; today when left out. */
                asOf?: string;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 房间 */
                roomId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["LateFeesDto"];
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
    LateFees_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeLateFeesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrozenLateFeesDto"];
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
    MeterReports_list: {
        parameters: {
            query: {
                /** @description 表类 */
                kind?: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 费用月份 */
                period: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MeterLossPageDto"];
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
    MeterReports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MeterSettingsDto"];
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
    MeterReports_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterSettingsDto"];
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
    Sheets_list: {
        parameters: {
            query?: {
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 费用月份 */
                period?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["SheetPageDto"];
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
    Sheets_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSheetDto"];
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
    Sheets_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 抄表单编号 */
                sheetId: string;
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
                    "application/json": components["schemas"]["SheetDto"];
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
    Sheets_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 抄表单编号 */
                sheetId: string;
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
    MeterSheetFiles_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 抄表单编号 */
                sheetId: string;
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
    MeterSheetFiles_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 抄表单编号 */
                sheetId: string;
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
                    "application/json": components["schemas"]["SheetImportDto"];
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
    Sheets_lines: {
        parameters: {
            query?: {
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the number of the meter or the room. */
                q?: string;
                /** @description 状态 */
                status?: "MISSING" | "READ" | "ALERT" | "BILLED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 抄表单编号 */
                sheetId: string;
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
                    "application/json": components["schemas"]["SheetLinePageDto"];
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
    Meters_list: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 表类 */
                kind?: "WATER" | "POWER" | "GAS" | "HEAT" | "OTHER";
                /** @description 未抄月份：Without a reading in this month. */
                missingIn?: string;
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 表具归属 */
                place?: "ROOM" | "PUBLIC";
                /** @description 关键字：Part of the number of the meter, of the room or of the position. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 抄表路线 */
                route?: string;
                /** @description 状态 */
                status?: "ACTIVE" | "REMOVED";
                /** @description 未绑定标准：In a room, with a fee item, and no rate of it bound to the room today. */
                unbound?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MeterPageDto"];
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
    Meters_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMeterDto"];
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
    Meters_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MeterDto"];
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
    Meters_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterDto"];
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
    Meters_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
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
    Meters_dismantle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveMeterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterDto"];
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
    Meters_readingsOf: {
        parameters: {
            query?: {
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ReadingPageDto"];
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
    Meters_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReadingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingDto"];
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
    Meters_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
                projectId: string;
                /** @description 读数编号 */
                readingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectReadingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingDto"];
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
    Meters_removeReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
                projectId: string;
                /** @description 读数编号 */
                readingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteReadingDto"];
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
    Meters_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 表具编号 */
                meterId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceMeterDto"];
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
    Notices_list: {
        parameters: {
            query: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 汇总方式 */
                groupBy?: "ROOM" | "PAYER";
                /** @description 含已缴清：Also those who have paid everything of the month. */
                includePaid?: boolean;
                /** @description 每页行数：At most 100. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 月份：Charges booked in this month are new; what is open from earlier months is arrears. */
                period: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 仅有往期欠费：Only who owes something from earlier months. */
                withArrears?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["NoticeHeadPageDto"];
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
    Notices_pdf: {
        parameters: {
            query: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 汇总方式 */
                groupBy?: "ROOM" | "PAYER";
                /** @description 含已缴清：Also those who have paid everything of the month. */
                includePaid?: boolean;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 月份：Charges booked in this month are new; what is open from earlier months is arrears. */
                period: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 仅有往期欠费：Only who owes something from earlier months. */
                withArrears?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    Notices_printData: {
        parameters: {
            query: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 汇总方式 */
                groupBy?: "ROOM" | "PAYER";
                /** @description 含已缴清：Also those who have paid everything of the month. */
                includePaid?: boolean;
                /** @description 每页行数：At most 100. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 月份：Charges booked in this month are new; what is open from earlier months is arrears. */
                period: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 仅有往期欠费：Only who owes something from earlier months. */
                withArrears?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["NoticePrintPageDto"];
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
    Notices_totals: {
        parameters: {
            query: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 汇总方式 */
                groupBy?: "ROOM" | "PAYER";
                /** @description 含已缴清：Also those who have paid everything of the month. */
                includePaid?: boolean;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 月份：Charges booked in this month are new; what is open from earlier months is arrears. */
                period: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 仅有往期欠费：Only who owes something from earlier months. */
                withArrears?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["NoticeTotalsOfScopeDto"];
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
    Offsets_scheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["OffsetSchemeDto"];
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
    Offsets_setScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OffsetSchemeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffsetSchemeDto"];
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
    Offsets_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                status?: "RUNNING" | "DONE" | "FAILED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["OffsetRunPageDto"];
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
    Offsets_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartOffsetDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffsetRunDto"];
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
    Offsets_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 冲抵批次编号 */
                offsetRunId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["OffsetRunDto"];
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
    Offsets_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OffsetScopeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffsetPreviewDto"];
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
                /** @description 车库或楼栋：Only spaces below this garage or building. */
                buildingId?: string;
                /** @description 资料不全：Only spaces with (or without) missing mandatory data. */
                incomplete?: boolean;
                /** @description 车位权属 */
                ownership?: "OWNER" | "ALL_OWNERS" | "DEVELOPER";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 车位号或位置：Part of the code, name or place. */
                q?: string;
                /** @description 车位类型 */
                type?: "SURFACE" | "UNDERGROUND" | "MECHANICAL" | "OTHER";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    ParkingSpaces_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveParkingSpaceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSpaceDto"];
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
    ParkingSpaces_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车位编号 */
                spaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveParkingSpaceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSpaceDto"];
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
    ParkingSpaces_garages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["GaragesDto"];
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
                /** @description 收费对象编号 */
                payerId: string;
                /** @description 管理区编号 */
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
    PaymentMethods_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PaymentMethodsDto"];
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
    PaymentMethods_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 收款方式 */
                method: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT" | "OTHER";
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePaymentMethodDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethodDto"];
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
    Seals_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PeriodSealListDto"];
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
    Seals_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["SealVerificationDto"];
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
    Periods_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PeriodListDto"];
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
    Periods_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MonthDto"];
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
    Periods_balances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PeriodBalancesDto"];
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
    Periods_checklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ChecklistDto"];
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
    Periods_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosePeriodDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthDto"];
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
    ReopenPeriod_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenPeriodDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReopenRequestDto"];
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
                /** @description 所属对象编号：The project itself, a building or a room of it. */
                ownerId: string;
                /** @description 所属对象 */
                ownerType: "project" | "building" | "room";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 图片类型 */
                kind: "SITE_PLAN" | "BUILDING_PLAN" | "UNIT_TYPE" | "PHOTO";
                /** @description 所属对象编号：The project itself, a building or a room of it. */
                ownerId: string;
                /** @description 所属对象 */
                ownerType: "project" | "building" | "room";
                /** @description 备注：What is to be known about it, e.g. 2026 年竣工图. */
                remark?: string | null;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 图片编号 */
                pictureId: string;
                /** @description 管理区编号 */
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
                /** @description 图片编号 */
                pictureId: string;
                /** @description 管理区编号 */
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
    Pictures_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 图片编号 */
                pictureId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PictureSharedDto"];
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
    Pictures_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 图片编号 */
                pictureId: string;
                /** @description 管理区编号 */
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
    PrepaymentRefunds_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 客户 */
                customerId?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 房间 */
                roomId?: string;
                /** @description 状态 */
                status?: "OPEN" | "PAID" | "CANCELLED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PrepaymentRefundPageDto"];
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
    PrepaymentRefunds_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 退还预收编号 */
                refundId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelPrepaymentRefundDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrepaymentRefundDto"];
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
    PrepaymentRefunds_pay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 退还预收编号 */
                refundId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayPrepaymentRefundDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrepaymentRefundDto"];
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
    Liability_paidBeyond: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 截止日期：The last day of service, e.g. when the contract ends; today when left out. */
                on?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PaidBeyondDto"];
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
    Liability_turnover: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 开始日期：First day; the first of this month when left out. */
                from?: string;
                /** @description 账户类别 */
                kind?: "GENERAL" | "ITEM";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 结束日期：Last day, included; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["TurnoverDto"];
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
    Prepayments_list: {
        parameters: {
            query?: {
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 客户 */
                customerId?: string;
                /** @description 专用项目 */
                feeItemId?: string;
                /** @description 账户类别：General money, or money for one fee item. */
                kind?: "GENERAL" | "ITEM";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of room code, customer name or number. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 有余额：Only accounts with, or only without, a balance. */
                withBalance?: boolean;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PrepaymentPageDto"];
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
    Prepayments_movements: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 预收账户编号 */
                accountId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PrepaymentMovementPageDto"];
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
    PriceBoard_board: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PriceBoardDto"];
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
    PriceBoard_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    Privacy_notices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PrivacyNoticesDto"];
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
    Privacy_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishNoticeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyNoticesDto"];
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
    Privacy_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 客户 */
                customerId?: string;
                /** @description 请求类型 */
                kind?: "ACCESS" | "COPY" | "CORRECTION" | "DELETION" | "EXPLANATION";
                /** @description 已超期：Not finished and past the deadline. */
                overdue?: boolean;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                state?: "OPEN" | "IN_PROGRESS" | "DONE" | "REJECTED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["PrivacyRequestPageDto"];
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
    Privacy_advance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 请求编号 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceRequestDto"];
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
    Query_find: {
        parameters: {
            query: {
                /** @description 查询内容：Room code, name, telephone (also its last four digits), ID number, plate, space or receipt number. */
                q: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["SearchResultDto"];
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
    Rates_list: {
        parameters: {
            query?: {
                /** @description 启用 */
                active?: boolean;
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the name. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RatePageDto"];
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
    Rates_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRateDto"];
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
    Rates_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
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
                    "application/json": components["schemas"]["RateDto"];
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
    Rates_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRateDto"];
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
    Rates_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
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
    Rates_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRateDto"];
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
    Rates_addVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRateVersionDto"];
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
    Rates_updateVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
                /** @description 价格版本编号 */
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRateVersionDto"];
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
    Rates_removeVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收费标准编号 */
                rateId: string;
                /** @description 价格版本编号 */
                versionId: string;
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
    ReceiptBooks_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 票据类型 */
                kind?: "RECEIPT" | "REFUND";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                status?: "ACTIVE" | "RETURNED" | "CHECKED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ReceiptBookPageDto"];
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
    ReceiptBooks_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReceiptBookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptBookDto"];
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
    ReceiptBooks_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 票据本编号 */
                bookId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ReceiptBookDto"];
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
    ReceiptBooks_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 票据本编号 */
                bookId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckReceiptBookDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptBookDto"];
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
    ReceiptBooks_numbers: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 范围：Only numbers without a valid paper. */
                only?: "GAPS";
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 票据本编号 */
                bookId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["BookNumberPageDto"];
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
    ReceiptBooks_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 票据本编号 */
                bookId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ReceiptBookDto"];
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
    ReceiptBooks_spoil: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 票据本编号 */
                bookId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpoilNumberDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptBookDto"];
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
    ReceiptBooks_next: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["NextPaperDto"];
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
    Receipts_list: {
        parameters: {
            query?: {
                /** @description 收款人 */
                cashierId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 收款日期起 */
                from?: string;
                /** @description 收款方式 */
                method?: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE" | "PREPAYMENT" | "BANK_DEBIT" | "OTHER";
                /** @description 冲抵批次：Only those of one offset run. */
                offsetRunId?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 关键字：Part of the receipt number, the payer's name or number. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 班次 */
                shiftId?: string;
                /** @description 状态 */
                status?: "VALID" | "REVERSED" | "VOIDED" | "RED";
                /** @description 收款日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ReceiptPageDto"];
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
    Receipts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostReceiptDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDetailDto"];
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
    Receipts_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
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
                    "application/json": components["schemas"]["ReceiptDetailDto"];
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
    ReceiptInvoices_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
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
                    "application/json": components["schemas"]["ReceiptInvoiceDto"][];
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
    ReceiptInvoices_mark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkInvoicedDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptInvoiceDto"][];
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
    ReceiptInvoices_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkInvoiceReversedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptInvoiceDto"][];
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
    Receipts_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
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
    Receipts_printData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
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
                    "application/json": components["schemas"]["ReceiptPrintDto"];
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
    Receipts_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
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
                    "application/json": components["schemas"]["ReceiptPrintDto"];
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
    Receipts_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseReceiptDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDetailDto"];
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
    Receipts_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 收据编号 */
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidReceiptDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDetailDto"];
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
    Receipts_daily: {
        parameters: {
            query?: {
                /** @description 收款人 */
                cashierId?: string;
                /** @description 开始日期：First day; today when left out. */
                from?: string;
                /** @description 结束日期：Last day, included; `from` when left out; at most 366 days later. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["TakingsDto"];
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
    Reconciliation_list: {
        parameters: {
            query: {
                /** @description 开始日期 */
                from: string;
                /** @description 只看差异：Only what does not agree and is not explained. */
                onlyOpen?: boolean;
                /** @description 结束日期：At most 62 days later. */
                to: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ReconciliationDto"];
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
    Reconciliation_explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 渠道 */
                channel: "CASH" | "CARD" | "WECHAT" | "ALIPAY" | "TRANSFER" | "CHEQUE";
                /** @description 日期 */
                day: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainDifferenceDto"];
            };
        };
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
    Reconciliation_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveStatementsDto"];
            };
        };
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
    RefundRequests_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the request's number, the payer's name or number. */
                q?: string;
                /** @description 退款来源 */
                source?: "RED_RECEIPT" | "DEPOSIT" | "PREPAYMENT";
                /** @description 状态 */
                status?: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN" | "PAID";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RefundRequestPageDto"];
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
    RefundRequests_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestRefundDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestDto"];
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
    RefundRequests_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 退款申请编号 */
                requestId: string;
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
                    "application/json": components["schemas"]["RefundRequestDto"];
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
    RefundRequests_pay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 退款申请编号 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayRefundRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestDto"];
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
    Refunds_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 退款日期起 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 退款日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RefundPageDto"];
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
    Refunds_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostRefundDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundDto"];
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
    Relations_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 关系编号 */
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRelationDto"];
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
    Relations_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 关系编号 */
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRelationDto"];
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 关系编号 */
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
    Relations_holds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 关系编号 */
                relationId: string;
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
                    "application/json": components["schemas"]["HoldsDto"];
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
    Relations_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 关系编号 */
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveMemberDto"];
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
    Restructures_list: {
        parameters: {
            query?: {
                /** @description 种类 */
                kind?: "SPLIT" | "MERGE";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 编号或房号：Part of the number or of a room code. */
                q?: string;
                /** @description 状态 */
                state?: "DRAFT" | "PENDING" | "DONE" | "RESTORED" | "VOID";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RestructurePageDto"];
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
    Restructures_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRestructureDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructureDetailDto"];
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
    Restructures_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 拆分合并编号 */
                restructureId: string;
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
                    "application/json": components["schemas"]["RestructureDetailDto"];
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
    Restructures_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 拆分合并编号 */
                restructureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRestructureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructureDetailDto"];
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
    Restructures_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 拆分合并编号 */
                restructureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestructureVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructureDetailDto"];
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
    Restructures_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 拆分合并编号 */
                restructureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreRestructureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructureDetailDto"];
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
    Restructures_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 拆分合并编号 */
                restructureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitRestructureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructureDetailDto"];
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
    Restructures_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestructurePlanDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructurePreviewDto"];
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
    Restructures_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeRestructureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestructureProposalDto"];
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
                /** @description 房间：Always among the answers, so that a picker can show what is chosen. */
                id?: string;
                /** @description 条数 */
                limit?: number;
                /** @description 房号或名称：Part of the code or name; without it the first rooms of the directory. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
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
                /** @description 前缀编号 */
                prefixId: string;
                /** @description 管理区编号 */
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
                /** @description 前缀编号 */
                prefixId: string;
                /** @description 管理区编号 */
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
                /** @description 启用 */
                active?: boolean;
                /** @description 自定义资料：User-defined attributes, each `id:value`; see AttributeValueDto for the values. */
                attribute?: string[];
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 资料不全：Only rooms with (or without) missing mandatory data. */
                incomplete?: boolean;
                /** @description 缺少的资料：Only rooms that lack this field. */
                missing?: "code" | "name" | "buildingArea" | "chargeArea" | "layout" | "orientation";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 用途 */
                purpose?: "RESIDENCE" | "SHOP" | "OFFICE" | "DORMITORY" | "STORAGE" | "OTHER";
                /** @description 房号或名称：Part of the code or name. */
                q?: string;
                /** @description 排序：`directory` (building, unit, floor, code) when left out. */
                sort?: "directory" | "-directory" | "code" | "-code" | "floor" | "-floor" | "buildingArea" | "-buildingArea" | "chargeArea" | "-chargeArea";
                /** @description 房屋状态 */
                state?: "UNSOLD" | "SOLD" | "HANDED_OVER" | "VACANT" | "OCCUPIED" | "DECORATING" | "DECORATED" | "LET" | "IDLE";
                /** @description 单元 */
                unitId?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRoomDto"];
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
    Rooms_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
    AreaChanges_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAreasDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaChangeDto"];
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
    AreaChanges_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["AreaHistoryDto"];
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
    AsOf_room: {
        parameters: {
            query: {
                /** @description 截至日期 */
                on: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["RoomAsOfDto"];
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
    Rooms_setAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveAttributesDto"];
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
    Charges_ofRoom: {
        parameters: {
            query?: {
                /** @description 年份 */
                year?: number;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["RoomChargesDto"];
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
    Rooms_figures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
    Meters_addHeadcount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveHeadcountDto"];
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
    Rooms_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomIdentityDto"];
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
    Restructures_lineage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["RoomLineageDto"];
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
    Meters_ofRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["RoomMetersDto"];
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
    Relations_setOwners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnersDto"];
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
    RoomCustomers_setPayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
    AsOf_roomGraph: {
        parameters: {
            query: {
                /** @description 截至日期 */
                on: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["RelationGraphDto"];
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
    Inspections_startReadings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["StartReadingsDto"];
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
    Rooms_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomStateDto"];
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
    Query_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["RoomSummaryDto"];
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
    Rooms_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomTypeDto"];
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
    Vehicles_ofRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 房间编号 */
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
                    "application/json": components["schemas"]["VehicleRelationsDto"];
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
    Runs_list: {
        parameters: {
            query?: {
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 账期 */
                period?: string;
                /** @description 状态 */
                status?: "REHEARSING" | "REHEARSED" | "PUBLISHING" | "PUBLISHED" | "REVERSING" | "REVERSED" | "FAILED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["RunPageDto"];
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
    Runs_rehearse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseRunDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunJobDto"];
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
    Runs_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 批次编号 */
                runId: string;
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
                    "application/json": components["schemas"]["RunDto"];
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
    Runs_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 批次编号 */
                runId: string;
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
    Runs_lines: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 差异 */
                difference?: "NONE" | "NEW" | "VANISHED" | "CHANGED" | "ZERO" | "NO_PAYER" | "NO_RATE" | "ISSUED";
                /** @description 收费项目 */
                feeItemId?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 房号：Part of the room code. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 批次编号 */
                runId: string;
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
                    "application/json": components["schemas"]["RunLinePageDto"];
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
    Runs_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 批次编号 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRunDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunJobDto"];
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
    Runs_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 批次编号 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseRunDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunJobDto"];
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
    SavedFilters_list: {
        parameters: {
            query: {
                /** @description 列表：The list it belongs to, e.g. rooms. */
                list: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["SavedFiltersDto"];
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
    SavedFilters_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFilterDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilterDto"];
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
    SavedFilters_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 筛选编号 */
                filterId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameFilterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilterDto"];
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
    SavedFilters_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 筛选编号 */
                filterId: string;
                /** @description 管理区编号 */
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
    Shares_list: {
        parameters: {
            query?: {
                /** @description 启用 */
                active?: boolean;
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 月份：The month whose state is told, YYYY-MM; the current month when left out. */
                period?: string;
                /** @description 关键字：Part of the name or purpose. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["SharePoolPageDto"];
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
    Shares_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveSharePoolDto"];
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
    Shares_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["SharePoolDto"];
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
    Shares_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveSharePoolDto"];
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
    Shares_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
    Shares_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ShareDto"];
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
    Shares_enter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterShareDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareDto"];
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
    Shares_removeMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
    Shares_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmShareDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareDto"];
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
    Shares_csv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
    Shares_lines: {
        parameters: {
            query?: {
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ShareLinePageDto"];
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
    Shares_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
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
    Shares_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 月份 */
                period: string;
                /** @description 分摊项目编号 */
                poolId: string;
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawShareDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareDto"];
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
    Shifts_list: {
        parameters: {
            query?: {
                /** @description 收款人 */
                cashierId?: string;
                /** @description 游标 */
                cursor?: string;
                /** @description 开班日期起 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 状态 */
                status?: "OPEN" | "COUNTED" | "CLOSED";
                /** @description 开班日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["ShiftPageDto"];
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
    Shifts_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenShiftDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftDetailDto"];
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
    Shifts_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 班次编号 */
                shiftId: string;
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
                    "application/json": components["schemas"]["ShiftDetailDto"];
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
    Shifts_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 班次编号 */
                shiftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseShiftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftDetailDto"];
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
    Shifts_closeFor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 班次编号 */
                shiftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseShiftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftDetailDto"];
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
    Shifts_witness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 班次编号 */
                shiftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WitnessShiftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftDetailDto"];
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
    Shifts_cashiers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["CashiersDto"];
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
    Shifts_mine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["MyShiftDto"];
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
                /** @description 游标 */
                cursor?: string;
                /** @description 对象类型：Kind of thing, e.g. room. */
                entity: string;
                /** @description 对象编号 */
                entityId: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
    Transfers_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the number, the room code or an owner's name. */
                q?: string;
                /** @description 房间 */
                roomId?: string;
                /** @description 状态 */
                status?: "DRAFT" | "SETTLING" | "PENDING" | "COMPLETED" | "CANCELLED";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["TransferPageDto"];
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
    Transfers_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTransferDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
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
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveTransferDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelTransferDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_addOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTransferOwnerDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    Transfers_requestApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestTransferApprovalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
    TransferSettlement_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
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
                    "application/json": components["schemas"]["TransferSettlementDto"];
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
    TransferSettlement_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 哪一方 */
                side: "OLD" | "NEW";
                /** @description 过户编号 */
                transferId: string;
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
                    "application/json": components["schemas"]["TransferSheetDto"];
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
    TransferSettlement_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 哪一方 */
                side: "OLD" | "NEW";
                /** @description 过户编号 */
                transferId: string;
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
    Transfers_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 过户编号 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetailDto"];
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
                /** @description 管理区编号 */
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 单元编号 */
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 单元编号 */
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 单元编号 */
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
                /** @description 管理区编号 */
                projectId: string;
                /** @description 单元编号 */
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
    Vehicles_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆关系编号 */
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeVehicleRelationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆关系编号 */
                relationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndVehicleRelationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_list: {
        parameters: {
            query?: {
                /** @description 在用 */
                active?: boolean;
                /** @description 楼栋 */
                buildingId?: string;
                /** @description 停放方式 */
                kind?: "MONTHLY" | "OWNED" | "INTERNAL" | "FREE";
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 车牌或车主：Part of the plate (blanks and dots do not count), the model or a person's name. */
                q?: string;
                /** @description 主副车 */
                rank?: "MAIN" | "SECOND";
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["VehiclePageDto"];
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
    Vehicles_register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterVehicleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆编号 */
                vehicleId: string;
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
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆编号 */
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveVehicleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_relate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆编号 */
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVehicleRelationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆编号 */
                vehicleId: string;
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
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Vehicles_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 车辆编号 */
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireVehicleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleDetailDto"];
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
    Waivers_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 申请日期起：Day of the request. */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 收费对象 */
                payerId?: string;
                /** @description 关键字：Part of the waiver's number, the payer's name or number. */
                q?: string;
                /** @description 减免原因 */
                reasonCode?: "VACANT" | "SERVICE" | "BILLING_ERROR" | "HARDSHIP" | "PROMOTION" | "COURT" | "OTHER";
                /** @description 房间 */
                roomId?: string;
                /** @description 状态 */
                status?: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN" | "REVERSED";
                /** @description 申请日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["WaiverPageDto"];
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
    Waivers_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestWaiverDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaiverDetailDto"];
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
    Waivers_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 减免单编号 */
                waiverId: string;
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
                    "application/json": components["schemas"]["WaiverDetailDto"];
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
    Waivers_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 减免单编号 */
                waiverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseWaiverDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaiverDetailDto"];
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
    Workbench_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["WorkbenchDto"];
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
    WriteOffs_list: {
        parameters: {
            query?: {
                /** @description 游标 */
                cursor?: string;
                /** @description 申请日期起 */
                from?: string;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 关键字：Part of the number, the payer's name or number. */
                q?: string;
                /** @description 坏账原因 */
                reasonCode?: "LIMITATION" | "BANKRUPT" | "DECEASED" | "COURT" | "UNREACHABLE" | "OTHER";
                /** @description 状态 */
                status?: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
                /** @description 申请日期止 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 管理区编号 */
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
                    "application/json": components["schemas"]["WriteOffPageDto"];
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
    WriteOffs_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestWriteOffDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOffDetailDto"];
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
    WriteOffs_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 核销单编号 */
                writeOffId: string;
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
                    "application/json": components["schemas"]["WriteOffDetailDto"];
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
    WriteOffs_recover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 管理区编号 */
                projectId: string;
                /** @description 核销单编号 */
                writeOffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoverWriteOffDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOffDetailDto"];
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
                /** @description 角色编号 */
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
                /** @description 角色编号 */
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
                /** @description 所有管理区：Only users whose role counts in all projects. */
                everywhere?: boolean;
                /** @description 页码：From 1. */
                page?: number;
                /** @description 每页行数：Rows on a page, at most 200. */
                pageSize?: number;
                /** @description 管理区：Users with a role in this project (roles for all projects not counted). */
                projectId?: string;
                /** @description 关键字：Part of the name or the mobile number. */
                q?: string;
                /** @description 角色 */
                roleId?: string;
                /** @description 状态 */
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
                /** @description 用户编号 */
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
                /** @description 用户编号 */
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
                /** @description 用户编号 */
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
                /** @description 用户编号 */
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
                /** @description 用户编号 */
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
                /** @description 用户编号 */
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
                /** @description 用户编号 */
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
