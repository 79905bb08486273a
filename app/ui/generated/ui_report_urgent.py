# From forms/screens/report_urgent.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A major or urgent matter reported upwards (信访工作条例第25条).

################################################################################
## Form generated from reading UI file 'report_urgent.ui'
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

from app.ui.widgets.designed_acts import (MomentRow, TallRow)
from app.ui.widgets.designed_rows import TextRow

class Ui_ReportUrgentForm(object):
    def setupUi(self, ReportUrgentForm):
        if not ReportUrgentForm.objectName():
            ReportUrgentForm.setObjectName(u"ReportUrgentForm")
        self.grid = QGridLayout(ReportUrgentForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = TextRow(ReportUrgentForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(100)

        self.grid.addWidget(self.to_row, 0, 0, 1, 2)

        self.summary_row = TallRow(ReportUrgentForm)
        self.summary_row.setObjectName(u"summary_row")
        self.summary_row.setProperty(u"path", u"summary")
        self.summary_row.setMandatory(True)
        self.summary_row.setLimit(5000)
        self.summary_row.setLines(4)

        self.grid.addWidget(self.summary_row, 1, 0, 1, 2)

        self.at_row = MomentRow(ReportUrgentForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 2, 0, 1, 2)

        self.by_row = TextRow(ReportUrgentForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReportUrgentForm)

        QMetaObject.connectSlotsByName(ReportUrgentForm)
    # setupUi

    def retranslateUi(self, ReportUrgentForm):
        self.to_row.setCaption(QCoreApplication.translate("ReportUrgentForm", u"\u62a5\u544a\u5bf9\u8c61", None))
        self.to_row.setPlaceholder(QCoreApplication.translate("ReportUrgentForm", u"\u4f8b\u5982\uff1a\u9752\u5c71\u9547\u515a\u59d4\u3001\u653f\u5e9c", None))
        self.summary_row.setCaption(QCoreApplication.translate("ReportUrgentForm", u"\u62a5\u544a\u7684\u5185\u5bb9", None))
        self.at_row.setCaption(QCoreApplication.translate("ReportUrgentForm", u"\u62a5\u544a\u65f6\u95f4", None))
        self.by_row.setCaption(QCoreApplication.translate("ReportUrgentForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
