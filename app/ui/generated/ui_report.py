# From forms/screens/report.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 举报登记表 on screen, in the order of form 二. `path` is the field of ReportForm.

################################################################################
## Form generated from reading UI file 'report.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_rows import (AreaRow, ChoiceRow, DayRow, TextRow)

class Ui_ReportForm(object):
    def setupUi(self, ReportForm):
        if not ReportForm.objectName():
            ReportForm.setObjectName(u"ReportForm")
        self.grid = QGridLayout(ReportForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.origin_channel_row = ChoiceRow(ReportForm)
        self.origin_channel_row.setObjectName(u"origin_channel_row")
        self.origin_channel_row.setProperty(u"path", u"origin.channel")
        self.origin_channel_row.setMandatory(True)

        self.grid.addWidget(self.origin_channel_row, 0, 0, 1, 1)

        self.origin_received_on_row = DayRow(ReportForm)
        self.origin_received_on_row.setObjectName(u"origin_received_on_row")
        self.origin_received_on_row.setProperty(u"path", u"origin.received_on")
        self.origin_received_on_row.setMandatory(True)

        self.grid.addWidget(self.origin_received_on_row, 0, 1, 1, 1)

        self.origin_external_no_row = TextRow(ReportForm)
        self.origin_external_no_row.setObjectName(u"origin_external_no_row")
        self.origin_external_no_row.setProperty(u"path", u"origin.external_no")
        self.origin_external_no_row.setLimit(64)

        self.grid.addWidget(self.origin_external_no_row, 0, 2, 1, 1)

        self.origin_source_row = ChoiceRow(ReportForm)
        self.origin_source_row.setObjectName(u"origin_source_row")
        self.origin_source_row.setProperty(u"path", u"origin.source")

        self.grid.addWidget(self.origin_source_row, 0, 3, 1, 1)

        self.reporter_anonymous_row = ChoiceRow(ReportForm)
        self.reporter_anonymous_row.setObjectName(u"reporter_anonymous_row")
        self.reporter_anonymous_row.setProperty(u"path", u"reporter.anonymous")
        self.reporter_anonymous_row.setMandatory(True)

        self.grid.addWidget(self.reporter_anonymous_row, 1, 0, 1, 1)

        self.reporter_name_row = TextRow(ReportForm)
        self.reporter_name_row.setObjectName(u"reporter_name_row")
        self.reporter_name_row.setProperty(u"path", u"reporter.name")
        self.reporter_name_row.setLimit(100)

        self.grid.addWidget(self.reporter_name_row, 1, 1, 1, 1)

        self.reporter_phone_row = TextRow(ReportForm)
        self.reporter_phone_row.setObjectName(u"reporter_phone_row")
        self.reporter_phone_row.setProperty(u"path", u"reporter.phone")
        self.reporter_phone_row.setLimit(40)

        self.grid.addWidget(self.reporter_phone_row, 1, 2, 1, 1)

        self.reporter_id_type_row = ChoiceRow(ReportForm)
        self.reporter_id_type_row.setObjectName(u"reporter_id_type_row")
        self.reporter_id_type_row.setProperty(u"path", u"reporter.id_type")

        self.grid.addWidget(self.reporter_id_type_row, 1, 3, 1, 1)

        self.reporter_id_no_row = TextRow(ReportForm)
        self.reporter_id_no_row.setObjectName(u"reporter_id_no_row")
        self.reporter_id_no_row.setProperty(u"path", u"reporter.id_no")
        self.reporter_id_no_row.setLimit(40)

        self.grid.addWidget(self.reporter_id_no_row, 2, 0, 1, 1)

        self.reporter_address_row = TextRow(ReportForm)
        self.reporter_address_row.setObjectName(u"reporter_address_row")
        self.reporter_address_row.setProperty(u"path", u"reporter.address")
        self.reporter_address_row.setLimit(200)

        self.grid.addWidget(self.reporter_address_row, 2, 1, 1, 3)

        self.respondent_name_row = TextRow(ReportForm)
        self.respondent_name_row.setObjectName(u"respondent_name_row")
        self.respondent_name_row.setProperty(u"path", u"respondent.name")
        self.respondent_name_row.setMandatory(True)
        self.respondent_name_row.setLimit(100)

        self.grid.addWidget(self.respondent_name_row, 3, 0, 1, 2)

        self.respondent_credit_code_row = TextRow(ReportForm)
        self.respondent_credit_code_row.setObjectName(u"respondent_credit_code_row")
        self.respondent_credit_code_row.setProperty(u"path", u"respondent.credit_code")
        self.respondent_credit_code_row.setLimit(30)

        self.grid.addWidget(self.respondent_credit_code_row, 3, 2, 1, 1)

        self.respondent_phone_row = TextRow(ReportForm)
        self.respondent_phone_row.setObjectName(u"respondent_phone_row")
        self.respondent_phone_row.setProperty(u"path", u"respondent.phone")
        self.respondent_phone_row.setLimit(40)

        self.grid.addWidget(self.respondent_phone_row, 3, 3, 1, 1)

        self.respondent_address_row = TextRow(ReportForm)
        self.respondent_address_row.setObjectName(u"respondent_address_row")
        self.respondent_address_row.setProperty(u"path", u"respondent.address")
        self.respondent_address_row.setLimit(200)

        self.grid.addWidget(self.respondent_address_row, 4, 0, 1, 3)

        self.respondent_contact_row = TextRow(ReportForm)
        self.respondent_contact_row.setObjectName(u"respondent_contact_row")
        self.respondent_contact_row.setProperty(u"path", u"respondent.contact")
        self.respondent_contact_row.setLimit(100)

        self.grid.addWidget(self.respondent_contact_row, 4, 3, 1, 1)

        self.clue_subject_row = TextRow(ReportForm)
        self.clue_subject_row.setObjectName(u"clue_subject_row")
        self.clue_subject_row.setProperty(u"path", u"clue.subject")
        self.clue_subject_row.setLimit(100)

        self.grid.addWidget(self.clue_subject_row, 5, 0, 1, 2)

        self.clue_category_row = ChoiceRow(ReportForm)
        self.clue_category_row.setObjectName(u"clue_category_row")
        self.clue_category_row.setProperty(u"path", u"clue.category")

        self.grid.addWidget(self.clue_category_row, 5, 2, 1, 1)

        self.clue_happened_on_row = DayRow(ReportForm)
        self.clue_happened_on_row.setObjectName(u"clue_happened_on_row")
        self.clue_happened_on_row.setProperty(u"path", u"clue.happened_on")

        self.grid.addWidget(self.clue_happened_on_row, 5, 3, 1, 1)

        self.clue_place_row = TextRow(ReportForm)
        self.clue_place_row.setObjectName(u"clue_place_row")
        self.clue_place_row.setProperty(u"path", u"clue.place")
        self.clue_place_row.setLimit(200)

        self.grid.addWidget(self.clue_place_row, 6, 0, 1, 2)

        self.clue_oral_row = ChoiceRow(ReportForm)
        self.clue_oral_row.setObjectName(u"clue_oral_row")
        self.clue_oral_row.setProperty(u"path", u"clue.oral")
        self.clue_oral_row.setMandatory(True)

        self.grid.addWidget(self.clue_oral_row, 6, 2, 1, 1)

        self.clue_recorded_by_row = TextRow(ReportForm)
        self.clue_recorded_by_row.setObjectName(u"clue_recorded_by_row")
        self.clue_recorded_by_row.setProperty(u"path", u"clue.recorded_by")
        self.clue_recorded_by_row.setLimit(100)

        self.grid.addWidget(self.clue_recorded_by_row, 6, 3, 1, 1)

        self.clue_facts_row = AreaRow(ReportForm)
        self.clue_facts_row.setObjectName(u"clue_facts_row")
        self.clue_facts_row.setProperty(u"path", u"clue.facts")
        self.clue_facts_row.setMandatory(True)
        self.clue_facts_row.setLimit(20000)

        self.grid.addWidget(self.clue_facts_row, 7, 0, 1, 4)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(ReportForm)

        QMetaObject.connectSlotsByName(ReportForm)
    # setupUi

    def retranslateUi(self, ReportForm):
        self.origin_channel_row.setCaption(QCoreApplication.translate("ReportForm", u"\u6765\u6e90", None))
        self.origin_received_on_row.setCaption(QCoreApplication.translate("ReportForm", u"\u6536\u5230\u65e5\u671f", None))
        self.origin_external_no_row.setCaption(QCoreApplication.translate("ReportForm", u"\u767b\u8bb0\u7f16\u53f7\uff08\u4e0a\u7ea7\u5de5\u5355\uff09", None))
        self.origin_external_no_row.setPlaceholder(QCoreApplication.translate("ReportForm", u"\u81ea\u884c\u6536\u5230\u7684\u4e0d\u586b", None))
        self.origin_source_row.setCaption(QCoreApplication.translate("ReportForm", u"\u529e\u5b8c\u8981\u56de\u590d\u7684\u5355\u4f4d", None))
        self.origin_source_row.setPlaceholder(QCoreApplication.translate("ReportForm", u"\u65e0", None))
        self.reporter_anonymous_row.setCaption(QCoreApplication.translate("ReportForm", u"\u4e3e\u62a5\u65b9\u5f0f", None))
        self.reporter_name_row.setCaption(QCoreApplication.translate("ReportForm", u"\u4e3e\u62a5\u4eba\u59d3\u540d", None))
        self.reporter_phone_row.setCaption(QCoreApplication.translate("ReportForm", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.reporter_id_type_row.setCaption(QCoreApplication.translate("ReportForm", u"\u8bc1\u4ef6\u7c7b\u578b", None))
        self.reporter_id_no_row.setCaption(QCoreApplication.translate("ReportForm", u"\u8eab\u4efd\u8bc1\u4ef6\u53f7\u7801", None))
        self.reporter_address_row.setCaption(QCoreApplication.translate("ReportForm", u"\u8054\u7cfb\u5730\u5740", None))
        self.respondent_name_row.setCaption(QCoreApplication.translate("ReportForm", u"\u88ab\u4e3e\u62a5\u4eba\u540d\u79f0\uff08\u59d3\u540d\uff09", None))
        self.respondent_credit_code_row.setCaption(QCoreApplication.translate("ReportForm", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.respondent_phone_row.setCaption(QCoreApplication.translate("ReportForm", u"\u88ab\u4e3e\u62a5\u4eba\u7535\u8bdd", None))
        self.respondent_address_row.setCaption(QCoreApplication.translate("ReportForm", u"\u88ab\u4e3e\u62a5\u4eba\u5730\u5740", None))
        self.respondent_contact_row.setCaption(QCoreApplication.translate("ReportForm", u"\u8054\u7cfb\u4eba", None))
        self.clue_subject_row.setCaption(QCoreApplication.translate("ReportForm", u"\u6d89\u5acc\u8fdd\u6cd5\u884c\u4e3a", None))
        self.clue_subject_row.setPlaceholder(QCoreApplication.translate("ReportForm", u"\u5982 \u9500\u552e\u8d85\u8fc7\u4fdd\u8d28\u671f\u7684\u98df\u54c1", None))
        self.clue_category_row.setCaption(QCoreApplication.translate("ReportForm", u"\u5546\u54c1\u670d\u52a1\u7c7b\u522b", None))
        self.clue_happened_on_row.setCaption(QCoreApplication.translate("ReportForm", u"\u53d1\u751f\u65e5\u671f", None))
        self.clue_place_row.setCaption(QCoreApplication.translate("ReportForm", u"\u53d1\u751f\u5730\u70b9", None))
        self.clue_oral_row.setCaption(QCoreApplication.translate("ReportForm", u"\u63d0\u51fa\u65b9\u5f0f", None))
        self.clue_recorded_by_row.setCaption(QCoreApplication.translate("ReportForm", u"\u8bb0\u5f55\u4eba", None))
        self.clue_recorded_by_row.setPlaceholder(QCoreApplication.translate("ReportForm", u"\u53e3\u5934\u4e3e\u62a5\u987b\u8bb0\u5f55", None))
        self.clue_facts_row.setCaption(QCoreApplication.translate("ReportForm", u"\u5177\u4f53\u7ebf\u7d22\u548c\u76f8\u5e94\u7684\u4e8b\u5b9e\u4f9d\u636e", None))
        self.clue_facts_row.setPlaceholder(QCoreApplication.translate("ReportForm", u"\u4ec0\u4e48\u65f6\u95f4\u3001\u5728\u54ea\u91cc\u3001\u505a\u4e86\u4ec0\u4e48\uff0c\u6709\u4ec0\u4e48\u8bc1\u636e\uff1bCtrl+J \u9009\u5e38\u7528\u8bed", None))
        pass
    # retranslateUi
